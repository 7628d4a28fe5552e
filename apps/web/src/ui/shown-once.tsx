import { CopyField } from "./copy-field.tsx";
import { Note } from "./note.tsx";

/** A secret that no later page shows again; nothing until there is one. */
export function ShownOnce({ id, label, value }: { id: string; label: string; value: string | null }) {
  return value === null ? null : (
    <Note>
      <CopyField id={id} label={`${label}, shown only now`} value={value} />
    </Note>
  );
}

import { ActStatus } from "../../ui/act-status.tsx";
import { Note } from "../../ui/note.tsx";

/** What became of a save: said once, beside the button. */
export function FormStatus({ saved, error }: { saved: string | null; error: string | null }) {
  if (error !== null) {
    return (
      <Note tone="bad" live>
        {error}
      </Note>
    );
  }
  return <ActStatus text={saved} />;
}

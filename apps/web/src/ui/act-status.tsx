import { Note } from "./note.tsx";

export type ActState = { busy: string | null; text: string | null; failed: boolean };

/** What became of an action, said once beside it; takes no room while there is nothing to say. */
export function ActStatus({ act: { text, failed } }: { act: ActState }) {
  return failed ? (
    <Note tone="bad" live>
      {text}
    </Note>
  ) : (
    <p className="status hint" role="status">
      {text}
    </p>
  );
}

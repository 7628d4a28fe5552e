/** What became of an action, said once beside it; takes no room while there is nothing to say. */
export function ActStatus({ text, failed = false }: { text: string | null; failed?: boolean }) {
  return (
    <p className={failed ? "status err" : "status hint"} role="status">
      {text}
    </p>
  );
}

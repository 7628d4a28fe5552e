/** JSON that a `jsonb` column takes: PostgreSQL refuses NUL and halves of surrogate pairs in texts. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, entry: unknown) =>
    typeof entry === "string" ? entry.replaceAll("\0", "").toWellFormed() : entry,
  );
}

const verbs = new Set(
  (
    "create get list update delete receive process run evaluate acknowledge resolve snooze reopen judge grant rotate pause replay reveal void " +
    "write verify cancel invite change remove issue revoke upsert start end score summarize plan attempt send export load"
  ).split(" "),
);

/** The function a file must export when it is named after a verb, as `verb-noun.ts` is; undefined for other files. */
export function verbOf(filename: string): string | undefined {
  const stem = filename.replace(/^.*[\\/]|\.tsx?$/g, "");
  const [first = "", ...rest] = stem.split("-");
  if (rest.length === 0 || !verbs.has(first) || rest.at(-1) === "dto") return undefined;
  return stem.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

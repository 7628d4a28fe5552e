const plain = /^[!-&(-~][!-~]*(?: [!-~]+)*$/;
const invisible = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g;
const guarded = /^'[\s]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A cell's text in one form: NFC, well-formed, no control or invisible characters, single spaces, and without the one apostrophe of a guarded export. */
export function cleanText(cell: string): string {
  if (cell === "" || plain.test(cell)) return cell;
  const text = cell
    .toWellFormed()
    .normalize("NFC")
    .replace(invisible, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  return guarded.test(text) ? text.slice(1).trimStart() : text;
}

/** A look-up that forgets everything when it is full, so that its memory has a bound. */
export function boundedCache<V>(limit: number, make: (text: string) => V): (text: string) => V {
  const known = new Map<string, V>();
  return (text) => {
    const hit = known.get(text);
    if (hit !== undefined) return hit;
    if (known.size >= limit) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
}

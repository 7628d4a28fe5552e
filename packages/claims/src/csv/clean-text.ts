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

/** A look-up of bounded memory: when it is full, what was not asked for since it was last full is forgotten. */
export function boundedCache<V>(limit: number, make: (text: string) => V): (text: string) => V {
  let fresh = new Map<string, V>();
  let aged = new Map<string, V>();
  const keep = (text: string, value: V): V => {
    if (fresh.size >= limit / 2) {
      aged = fresh;
      fresh = new Map();
    }
    fresh.set(text, value);
    return value;
  };
  return (text) => {
    const hit = fresh.get(text);
    if (hit !== undefined) return hit;
    const old = aged.get(text);
    return keep(text, old === undefined ? make(text) : old);
  };
}

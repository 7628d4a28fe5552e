const plain = /^[!#-&(-<>-~][!-~]*(?: [!-~]+)*$/;
const invisible = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g;
const guarded = /^'[\s]*[=+\-@|%\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const wrapped = /^=?"([^"]*)"$/;

const oneLine = (text: string) => text.replace(/[\s\p{Cc}]+/gu, " ").trim();

/**
 * A cell's text in one form: NFC, well-formed, no control or invisible characters, single spaces. The one apostrophe of a guarded export goes,
 * and so does what some exporters put around a text to keep its zeros: `="00123"`, or quotes behind a space.
 */
export function cleanText(cell: string): string {
  if (cell === "" || plain.test(cell)) return cell;
  const known = cell.toWellFormed().normalize("NFC").replace(invisible, "").trimStart();
  const text = oneLine(guarded.test(known) ? known.slice(1) : known);
  const inner = wrapped.exec(text)?.[1];
  return inner === undefined ? text : inner.trim();
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

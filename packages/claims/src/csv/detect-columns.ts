import { columnIds, columnSpecs, requiredColumns } from "./columns.ts";
import type { ColumnId } from "./columns.ts";
import { FileRefusal } from "./file-refusal.ts";
import { guessHeaders } from "./guess-headers.ts";
import { shownNames } from "./shown-names.ts";

/** A customer's saved mapping of one source: our column to the header name of the file. */
export type SavedMapping = Partial<Record<ColumnId, string>>;

export type DetectedColumns = {
  /** Cell index per column of `columnIds`; -1 where the file has none. */
  cellOf: Int32Array;
  /** Header name per column that the file has. */
  names: Partial<Record<ColumnId, string>>;
  /** Header names that no column takes. */
  ignored: string[];
  width: number;
};

/** Header names in one spelling: NFKC, lower case, letters and digits only. */
export function normaliseHeader(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

const exact = new Map<string, ColumnId>(columnIds.map((id) => [normaliseHeader(id), id]));
const synonym = new Map<string, ColumnId>();
for (const id of columnIds) for (const word of columnSpecs[id].synonyms) if (!exact.has(word)) synonym.set(word, id);

const longestName = 100;

const cleanName = (name: string) =>
  name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}]/gu, " ")
    .trim()
    .slice(0, longestName)
    .replace(/[\uD800-\uDBFF]$/, "");

/** A record in which fewer cells than this name a column is data, a title or a remark. */
const leastKnownNames = 2;

function isHeader(headers: readonly string[]): boolean {
  const known = headers.filter((header) => exact.has(normaliseHeader(header)) || synonym.has(normaliseHeader(header)));
  return known.length >= leastKnownNames;
}

function claimByMapping(headers: readonly string[], mapping: SavedMapping, taken: Map<ColumnId, number[]>): Set<number> {
  const used = new Set<number>();
  for (const id of columnIds) {
    const wanted = mapping[id];
    if (wanted === undefined) continue;
    const key = normaliseHeader(wanted);
    const places = headers.flatMap((header, at) => (normaliseHeader(header) === key ? [at] : []));
    if (places.length === 0)
      throw new FileRefusal("mapping_unknown_header", { found: shownNames(headers.map(cleanName), isHeader(headers)), missing: [id] });
    taken.set(id, places);
    for (const at of places) used.add(at);
  }
  return used;
}

function claimByName(headers: readonly string[], taken: Map<ColumnId, number[]>, used: Set<number>): void {
  for (const names of [exact, synonym]) {
    const round = new Map<ColumnId, number[]>();
    headers.forEach((header, at) => {
      const id = used.has(at) ? undefined : names.get(normaliseHeader(header));
      if (id === undefined || taken.has(id)) return;
      round.set(id, [...(round.get(id) ?? []), at]);
    });
    for (const [id, places] of round) {
      taken.set(id, places);
      for (const at of places) used.add(at);
    }
  }
}

/**
 * Finds our columns among a file's header names: the saved mapping first, then our own names, then synonyms.
 * A name that two cells claim, or a required column that none does, refuses the file with what was found and the nearest guesses.
 */
export function detectColumns(headers: readonly string[], mapping: SavedMapping = {}): DetectedColumns {
  const taken = new Map<ColumnId, number[]>();
  const used = claimByMapping(headers, mapping, taken);
  claimByName(headers, taken, used);
  const found = headers.map(cleanName);
  const duplicates = [...taken].filter(([, places]) => places.length > 1).map(([id]) => id);
  if (duplicates.length > 0) throw new FileRefusal("duplicate_columns", { found: shownNames(found, true), duplicates });
  const missing = requiredColumns.filter((id) => !taken.has(id));
  if (missing.length > 0) {
    const free = found.filter((_, at) => !used.has(at));
    const known = taken.size >= leastKnownNames;
    const detail = { found: shownNames(found, known), missing, guesses: guessHeaders(missing, shownNames(free, known)) };
    throw new FileRefusal(known ? "missing_columns" : "no_header", detail);
  }
  const cellOf = new Int32Array(columnIds.length).fill(-1);
  const names: Partial<Record<ColumnId, string>> = {};
  columnIds.forEach((id, index) => {
    const at = taken.get(id)?.[0];
    if (at === undefined) return;
    cellOf[index] = at;
    names[id] = found[at] ?? id;
  });
  const ignored = found.filter((name, at) => !used.has(at) && name !== "");
  return { cellOf, names, ignored, width: headers.length };
}

import { columnSpecs } from "./columns.ts";
import type { ColumnId } from "./columns.ts";

const wordsOf = (name: string) =>
  name
    .normalize("NFKC")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

function pairs(text: string): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at + 1 < text.length; at += 1) found.add(text.slice(at, at + 2));
  return found;
}

/** Sørensen–Dice over letter pairs, 0–1. */
function alike(left: string, right: string): number {
  const a = pairs(left);
  const b = pairs(right);
  if (a.size + b.size === 0) return left === right ? 1 : 0;
  let both = 0;
  for (const pair of a) if (b.has(pair)) both += 1;
  return (2 * both) / (a.size + b.size);
}

function closeness(id: ColumnId, header: string): number {
  const joined = wordsOf(header).join("");
  const names = [id.replaceAll("_", ""), ...columnSpecs[id].synonyms];
  const best = Math.max(...names.map((name) => alike(joined, name)));
  const abbreviated = names.some((name) => {
    let rest = name;
    return wordsOf(header).every((word) => {
      const at = rest.indexOf(word);
      if (at < 0 || word.length < 3) return false;
      rest = rest.slice(at + word.length);
      return true;
    });
  });
  return abbreviated ? Math.max(best, 0.75) : best;
}

/** For each missing column the free header that looks most like it, when one does at all. */
export function guessHeaders(missing: readonly ColumnId[], free: readonly string[]): { column: string; header: string }[] {
  return missing.flatMap((column) => {
    const ranked = free.map((header) => ({ header, score: closeness(column, header) })).sort((a, b) => b.score - a.score);
    const best = ranked[0];
    return best && best.score >= 0.4 ? [{ column, header: best.header }] : [];
  });
}

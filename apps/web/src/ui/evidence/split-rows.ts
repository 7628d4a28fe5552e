import { formatShare } from "../format/format-number.ts";
import type { CompareRow } from "./compare-table.tsx";

/** The two parts of a change: what the payer did, and what other claims did. Their shares of the change add up to all of it. */
export function splitRows(split: { behaviour: number; mix: number } | null): CompareRow[] {
  const total = split === null ? 0 : split.behaviour + split.mix;
  if (split === null || total === 0) return [];
  const row = (name: string, part: number): CompareRow => ({
    name,
    before: "",
    now: "",
    difference: shareText(part / total),
    interval: "",
    strong: false,
    tone: null,
  });
  return [row("Payer behaved differently", split.behaviour), row("You sent different claims", split.mix)];
}

function shareText(share: number): string {
  if (share < -0.005) return "works against it";
  return share > 1.005 ? "more than all of it" : `${formatShare(share)} of it`;
}

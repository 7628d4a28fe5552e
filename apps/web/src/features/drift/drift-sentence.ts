import type { SegmentMapDto } from "@upstream/drift/schemas";
import { countWord, countWordFirst, formatCount, plural } from "../../ui/format/format-number.ts";
import type { Sentence } from "../../ui/page-sentence.tsx";

const verbs: Record<string, { more: readonly [string, string]; less: readonly [string, string] }> = {
  DENIAL_RATE: { more: ["denies more than before", "deny more than before"], less: ["denies less", "deny less"] },
  DECISION_TIME: { more: ["decides later than before", "decide later than before"], less: ["decides sooner", "decide sooner"] },
};
const anyVerbs = { more: ["is worse than before", "are worse than before"], less: ["is better", "are better"] } as const;

function fewWords(few: number, follows: boolean): Sentence {
  return few === 0 ? ["."] : [follows ? ", and " : "; ", { b: countWord(few) }, ` ${plural(few, "has", "have")} too few claims to tell.`];
}

/** Confirmed changes of pairs and of whole payers, and cells that stand out without being confirmed. */
export type DriftCounts = { pairs: Sides; payers: Sides; unconfirmed: number };
type Sides = { worse: number; better: number };

function partsOf(signal: string, { pairs, payers }: DriftCounts): Sentence[] {
  const { more, less } = verbs[signal] ?? anyVerbs;
  const part = (count: number, payer: string, [one, many]: readonly [string, string]): Sentence[] =>
    count === 0 ? [] : [[{ b: `${countWord(count)}${payer}` }, ` ${count === 1 ? one : many}`]];
  return [
    ...part(pairs.worse, "", more),
    ...part(pairs.better, "", less),
    ...part(payers.worse, ` ${plural(payers.worse, "payer", "payers")}`, more),
    ...part(payers.better, ` ${plural(payers.better, "payer", "payers")}`, less),
  ];
}

function unconfirmedWords(count: number): Sentence {
  return count === 0 ? [] : [` ${countWordFirst(count)} other ${plural(count, "cell stands", "cells stand")} out, not confirmed.`];
}

/** First sentence of the explorer: how many pairs and payers are worse, better, or too small to tell; it counts what the map colors. */
export function driftSentence({ segments, signal, run }: SegmentMapDto, counts: DriftCounts): Sentence {
  if (run === null || run.historyDays === 0)
    return [{ b: "No claims have been compared yet." }, " A file with about six months of decided claims is enough."];
  if (run.status === "NOT_ENOUGH_HISTORY")
    return [
      { b: `${formatCount(run.historyDays)} days of decisions are known;` },
      ` ${formatCount(run.neededDays)} are needed to compare a payer with itself.`,
    ];
  const pairs = segments.filter((segment) => segment.cptGroup !== null);
  const few = pairs.filter((segment) => segment.status === "few").length;
  const parts = partsOf(signal, counts);
  const rest = [...fewWords(few, parts.length > 0), ...unconfirmedWords(counts.unconfirmed)];
  if (parts.length === 0) {
    const behave = counts.unconfirmed === 0 ? " behave as usual" : " show no confirmed change";
    return ["All ", { b: `${formatCount(pairs.length)} payer and group pairs` }, behave, ...rest];
  }
  const listed = parts.flatMap((part, index) => (index === 0 ? part : [", ", ...part]));
  return ["Of ", { b: formatCount(pairs.length) }, " payer and group pairs, ", ...listed, ...rest];
}

import type { SegmentMapDto } from "@upstream/drift/schemas";
import { countWord, formatCount, plural } from "../../ui/format/format-number.ts";
import type { Sentence } from "../../ui/page-sentence.tsx";

const verbs: Record<string, { more: readonly [string, string]; less: readonly [string, string] }> = {
  DENIAL_RATE: { more: ["denies more than before", "deny more than before"], less: ["denies less", "deny less"] },
  DECISION_TIME: { more: ["decides later than before", "decide later than before"], less: ["decides sooner", "decide sooner"] },
};
const anyVerbs = { more: ["is worse than before", "are worse than before"], less: ["is better", "are better"] } as const;

function fewWords(few: number, follows: boolean): Sentence {
  return few === 0 ? ["."] : [follows ? ", and " : "; ", { b: countWord(few) }, ` ${plural(few, "has", "have")} too few claims to tell.`];
}

/** First sentence of the explorer: how many pairs are worse, better, or too small to tell. */
export function driftSentence({ segments, signal, run }: SegmentMapDto, worse: number, better: number): Sentence {
  if (run === null || run.historyDays === 0)
    return [{ b: "No claims have been compared yet." }, " A file with about six months of decided claims is enough."];
  if (run.status === "NOT_ENOUGH_HISTORY")
    return [
      { b: `${formatCount(run.historyDays)} days of decisions are known;` },
      ` ${formatCount(run.neededDays)} are needed to compare a payer with itself.`,
    ];
  const pairs = segments.filter((segment) => segment.cptGroup !== null);
  const few = pairs.filter((segment) => segment.status === "few").length;
  const { more, less } = verbs[signal] ?? anyVerbs;
  const fewPart = fewWords(few, worse + better > 0);
  if (worse === 0 && better === 0)
    return ["All ", { b: `${formatCount(pairs.length)} payer and group pairs` }, " behave as usual", ...fewPart];
  const parts: Sentence[] = [
    ...(worse === 0 ? [] : [[{ b: countWord(worse) }, ` ${worse === 1 ? more[0] : more[1]}`] as Sentence]),
    ...(better === 0 ? [] : [[{ b: countWord(better) }, ` ${better === 1 ? less[0] : less[1]}`] as Sentence]),
  ];
  return [
    "Of ",
    { b: formatCount(pairs.length) },
    " payer and group pairs, ",
    ...parts.flatMap((part, index) => (index === 0 ? part : [", ", ...part])),
    ...fewPart,
  ];
}

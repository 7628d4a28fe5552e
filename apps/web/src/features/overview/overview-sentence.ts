import { formatEstimate } from "../../ui/format/format-money.ts";
import { countWord, formatCount, plural } from "../../ui/format/format-number.ts";
import type { Sentence } from "../../ui/page-sentence.tsx";
import type { ChangeView, OverviewView } from "./view-model.ts";

/** The latest comparison of payers with themselves; null before the first. */
export type Comparison = { status: "COMPLETED" | "NOT_ENOUGH_HISTORY"; historyDays: number; neededDays: number } | null;

type Rest = { atStake: OverviewView["atStake"]; lastLook: string | null; comparison: Comparison };

const payersOf = (changes: readonly ChangeView[], kinds: readonly ChangeView["kind"][]) =>
  new Set(changes.filter((change) => kinds.includes(change.kind)).map((change) => change.payer)).size;

function partsOf(changes: readonly ChangeView[], isFirstLook: boolean): string[] {
  const changed = payersOf(changes, isFirstLook ? ["new", "open", "worse"] : ["new"]);
  const worse = isFirstLook ? 0 : payersOf(changes, ["worse"]);
  const back = payersOf(changes, ["recovered"]);
  return [
    ...(changed === 0 ? [] : [`${countWord(changed)} ${plural(changed, "payer", "payers")} changed`]),
    ...(worse === 0 ? [] : [`${countWord(worse)} got worse`]),
    ...(back === 0 ? [] : [`${countWord(back)} ${plural(back, "is", "are")} back to normal`]),
  ];
}

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1] ?? ""}`;

/** What changed since the last look, and what it is worth. */
export function overviewSentence(changes: readonly ChangeView[], { atStake, lastLook, comparison }: Rest): Sentence {
  if (comparison === null) return [{ b: "No claims have been compared yet." }, " That happens when a file is read to its end."];
  if (comparison.status === "NOT_ENOUGH_HISTORY")
    return [
      { b: `${formatCount(comparison.historyDays)} days of decisions are known;` },
      ` ${formatCount(comparison.neededDays)} are needed to compare a payer with itself.`,
    ];
  const parts = partsOf(changes, lastLook === null);
  const worth: Sentence =
    atStake.estimate === null ? [] : [" About ", { b: `${formatEstimate(atStake.estimate.cents)} a month` }, " is at stake."];
  if (parts.length === 0)
    return [
      { b: lastLook === null ? "No payer changed." : `Nothing changed since ${lastLook}.` },
      ...(atStake.estimate === null ? [" All payer and group pairs behave as usual."] : worth),
    ];
  const since = lastLook === null ? "In the claims so far, " : `Since you last looked, ${lastLook}: `;
  return [since, { b: listed(parts) }, ".", ...worth];
}

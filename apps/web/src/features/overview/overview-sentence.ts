import { formatEstimate } from "../../ui/format/format-money.ts";
import { countWord, plural } from "../../ui/format/format-number.ts";
import type { Sentence } from "../../ui/page-sentence.tsx";
import type { ChangeView, OverviewView } from "./view-model.ts";

type Rest = { atStake: OverviewView["atStake"]; lastLook: string | null };

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
export function overviewSentence(changes: readonly ChangeView[], { atStake, lastLook }: Rest): Sentence {
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

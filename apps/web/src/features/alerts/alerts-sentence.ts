import { formatEstimate } from "../../ui/format/format-money.ts";
import { countWord, countWordFirst, plural } from "../../ui/format/format-number.ts";
import type { Sentence } from "../../ui/page-sentence.tsx";

export type AlertSums = { open: number; withoutOwner: number; atStakeCents: number; heldBackCents: number; isCompared: boolean };

/** First sentence of the inbox: how many are open, how many have no owner, what they are worth. */
export function alertsSentence({ open, withoutOwner, atStakeCents, heldBackCents, isCompared }: AlertSums): Sentence {
  if (!isCompared) return [{ b: "No alert is open." }, " No claims have been compared yet."];
  if (open === 0) return [{ b: "No alert is open." }, " Every payer and group pair behaves as usual, or somebody has dealt with it."];
  const count = `${countWordFirst(open)} ${plural(open, "alert", "alerts")}`;
  const owners: Sentence =
    withoutOwner === 0
      ? [{ b: count }, ` ${plural(open, "is", "are")} open and every one has an owner.`]
      : [
          { b: count },
          ` ${plural(open, "is", "are")} open and `,
          { b: `${countWord(withoutOwner)} ${plural(withoutOwner, "has", "have")} no owner` },
          ".",
        ];
  return [...owners, ...worthOf(atStakeCents, heldBackCents)];
}

function worthOf(atStake: number, heldBack: number): Sentence {
  if (atStake === 0 && heldBack === 0) return [];
  if (heldBack === 0) return [" Together they put about ", { b: `${formatEstimate(atStake)} a month` }, " at stake."];
  if (atStake === 0) return [" Together they hold back about ", { b: formatEstimate(heldBack) }, "."];
  return [
    " Together they put about ",
    { b: `${formatEstimate(atStake)} a month` },
    " at stake and hold back ",
    { b: formatEstimate(heldBack) },
    ".",
  ];
}

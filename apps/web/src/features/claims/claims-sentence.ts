import type { PayerSummaryDto } from "@upstream/claims/schemas";
import { formatCount, formatRate } from "../../ui/format/format-number.ts";
import type { Sentence } from "../../ui/page-sentence.tsx";

/** The sentence before the first decided claim. */
export const noClaimsSentence: Sentence = [{ b: "No claim was decided yet." }, " Claims appear here once a file is loaded."];

/** First sentence of the claims, of one payer or of all, from the rollups of the last 28 complete days. */
export function claimsSentence(summary: PayerSummaryDto, payer: string | null): Sentence {
  const items = summary.items.filter((item) => payer === null || item.payer === payer);
  const whose = payer === null ? "" : ` of ${payer}`;
  const sum = (pick: (item: (typeof items)[number]) => number) => items.reduce((total, item) => total + pick(item), 0);
  const [paid, denied, other] = [sum((item) => item.paidCount), sum((item) => item.deniedCount), sum((item) => item.otherCount)];
  const all = paid + denied + other;
  if (all === 0) return [{ b: `No claim${whose} was decided in the last 28 days.` }, " Older claims are below."];
  const rate = paid + denied === 0 ? "" : ` (${formatRate(denied / (paid + denied))})`;
  return [
    { b: formatCount(all) },
    ` claim lines${whose} were decided in the last 28 days: `,
    { b: `${formatCount(paid)} paid` },
    ", ",
    { b: `${formatCount(denied)} denied` },
    `${rate}${other === 0 ? "." : `, ${formatCount(other)} reversed or other.`}`,
  ];
}

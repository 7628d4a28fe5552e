import { zDate, zId } from "@upstream/core/schemas";
import { z } from "zod";

const count = z.number().int().min(0);
const cents = z.number().int();
const share = z.number().min(0).max(1);

export const payerTrendInput = z.strictObject({
  decidedBefore: zDate.meta({ description: "Weeks are counted back from this day, which is not part of them" }),
  weeks: z.number().int().min(4).max(60).default(20),
});
export const payerTrendDto = z.strictObject({
  items: z.array(
    z.strictObject({
      payerId: zId("payer"),
      payer: z.string(),
      weeks: z.array(z.strictObject({ firstDay: zDate, paidCount: count, deniedCount: count })).meta({ description: "Oldest first" }),
    }),
  ),
});
export const payerSummaryInput = z.strictObject({ decidedFrom: zDate.optional(), decidedTo: zDate.optional() });
export const payerSummaryDto = z.strictObject({
  items: z.array(
    z.strictObject({
      payerId: zId("payer"),
      payer: z.string(),
      paidCount: count,
      deniedCount: count,
      otherCount: count,
      denialRate: share.nullable().meta({ description: "DENIED / (PAID + DENIED)" }),
      billedCents: cents,
      allowedCents: cents,
      paidCents: cents,
      deniedCents: cents,
    }),
  ),
});

export type PayerSummaryInput = z.infer<typeof payerSummaryInput>;
export type PayerSummaryDto = z.infer<typeof payerSummaryDto>;
export type PayerTrendInput = z.infer<typeof payerTrendInput>;
export type PayerTrendDto = z.infer<typeof payerTrendDto>;

import { alertTotalsDto } from "@upstream/alerts/schemas";
import { zDate } from "@upstream/core/schemas";
import { z } from "zod";

const count = z.number().int().min(0);
const cents = z.number().int();
const impact = z.strictObject({ cents, lowCents: cents, highCents: cents, count, largestCents: cents });

export const dashboardInput = z.strictObject({
  days: z.number().int().min(7).max(400).default(180).meta({ description: "Days of decisions in the trend" }),
});
export const dashboardDto = z.strictObject({
  watermark: zDate.nullable().meta({ description: "Day before which decisions are complete" }),
  atStake: impact.meta({ description: "Each month, by open changes of rates" }),
  heldBack: impact.meta({ description: "Each month, by open changes of durations" }),
  openDriftBySeverity: z.strictObject({ low: count, medium: count, high: count, critical: count }),
  alerts: alertTotalsDto,
  decisions: z.array(
    z.strictObject({
      decidedDate: zDate,
      paidCount: count,
      deniedCount: count,
      otherCount: count,
      denialRate: z.number().min(0).max(1).nullable().meta({ description: "DENIED / (PAID + DENIED)" }),
      billedCents: cents,
      allowedCents: cents,
      paidCents: cents,
      deniedCents: cents,
    }),
  ),
});
export type DashboardInput = z.infer<typeof dashboardInput>;
export type DashboardDto = z.infer<typeof dashboardDto>;

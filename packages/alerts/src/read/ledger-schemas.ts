import { z } from "zod";

const precision = z.strictObject({
  /** Judged alerts among the last 50; follow-ups do not count. */
  judged: z.number().int(),
  real: z.number().int(),
  /** real / judged, null when none was judged. */
  precision: z.number().nullable(),
});

export const ledgerDto = z.strictObject({
  recoveredThisMonthCents: z.number().int(),
  recovered30DaysCents: z.number().int(),
  recoveredAllCents: z.number().int(),
  latest: z.array(
    z.strictObject({
      alertId: z.string(),
      payer: z.string(),
      signal: z.string(),
      recoveredCents: z.number().int(),
      recoveredOn: z.string(),
    }),
  ),
  overall: precision,
  byRule: z.array(z.strictObject({ alertRuleId: z.string(), name: z.string(), ...precision.shape })),
  bySignal: z.array(z.strictObject({ signal: z.string(), ...precision.shape })),
  /** Median days from the start of a change to its alert; null without alerts. */
  medianDaysToAlert: z.number().nullable(),
});
export type LedgerDto = z.infer<typeof ledgerDto>;

const bySeverity = z.strictObject({ low: z.number().int(), medium: z.number().int(), high: z.number().int(), critical: z.number().int() });
export const alertTotalsDto = z.strictObject({
  open: z.number().int(),
  withoutOwner: z.number().int(),
  snoozed: z.number().int(),
  suppressed: z.number().int(),
  dueFollowUps: z.number().int(),
  bySeverity,
});
export type AlertTotalsDto = z.infer<typeof alertTotalsDto>;

import { isoOf } from "@upstream/core";
import type { EventStateName, Measured } from "../events/event-state.ts";
import type { Severity } from "../score/severity.ts";
import type { CurrentChangeDto } from "../schemas.ts";

export type CurrentChangeRow = {
  state: EventStateName;
  severity: Severity;
  sentence: string;
  impactCents: number | null;
  impactLowCents: number | null;
  impactHighCents: number | null;
  measured: Measured;
};

/** SQL of one drift event as the newest run sees it, as JSON; null when it is gone; `customer` and `event` are SQL expressions. */
export function currentChangeSql(customer: string, event: string): string {
  return `(SELECT json_build_object('state', n.state, 'severity', n.severity, 'sentence', n.sentence, 'impactCents', n.impact_cents,
      'impactLowCents', n.impact_low_cents, 'impactHighCents', n.impact_high_cents, 'measured', n.measured)
    FROM drift_events n WHERE n.customer_id = ${customer} AND n.id = ${event})`;
}

export function toCurrentChangeDto({ measured, ...row }: CurrentChangeRow): CurrentChangeDto {
  return { ...row, measuredOn: isoOf(measured.on), effect: measured.effect, effectLow: measured.lo, effectHigh: measured.hi };
}

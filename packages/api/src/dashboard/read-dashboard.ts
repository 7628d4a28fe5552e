import { readAlertTotals } from "@upstream/alerts";
import { claimTotals } from "@upstream/claims";
import type { DayTotals } from "@upstream/claims";
import { addDays, isoOf } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import { driftTotals } from "@upstream/drift";
import type { ApiDeps } from "../deps.ts";
import type { DashboardDto, DashboardInput } from "./dashboard-schemas.ts";

function toDecisions(totals: DayTotals): DashboardDto["decisions"][number] {
  const { day, paid, denied, other, ...sums } = totals;
  const decided = paid + denied;
  return {
    decidedDate: isoOf(day),
    paidCount: paid,
    deniedCount: denied,
    otherCount: other,
    denialRate: decided === 0 ? null : denied / decided,
    ...sums,
  };
}

/** The figures of the overview, read through one door: open changes and their dollars, waiting alerts, decisions per day. */
export async function readDashboard(ctx: CustomerCtx, deps: Pick<ApiDeps, "readInCustomer">, input: DashboardInput): Promise<DashboardDto> {
  const to = addDays(ctx.clock.now().toISOString().slice(0, 10), 1);
  return deps.readInCustomer(ctx, async (query) => {
    const { watermark, atStake, heldBack, openBySeverity } = await driftTotals(ctx);
    const alerts = await readAlertTotals(query, ctx);
    const totals = await claimTotals(ctx, { from: addDays(to, -input.days), to });
    return { watermark, atStake, heldBack, openDriftBySeverity: openBySeverity, alerts, decisions: totals.map(toDecisions) };
  });
}

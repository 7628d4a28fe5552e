import { DomainError } from "@upstream/core";
import { inCustomer, querySql, sql } from "@upstream/db";
import type { CustomerCtx, Tx } from "@upstream/db";
import { alertColumns, alertTables, toAlertDto } from "./alert-row.ts";
import type { AlertRow } from "./alert-row.ts";
import type { AlertDto } from "./alert-schemas.ts";
import { moveAlerts } from "./move-alerts.ts";
import type { Move } from "./move-alerts.ts";

/** Moves one alert and answers with it; the same action again changes nothing, an impossible one is CONFLICT with its reason. */
export async function moveAlert(ctx: CustomerCtx, move: Move): Promise<AlertDto> {
  return inCustomer(ctx, (tx) => moveAlertIn(tx, ctx, move));
}

export async function moveAlertIn(tx: Tx, ctx: CustomerCtx, move: Move): Promise<AlertDto> {
  const { skipped } = await moveAlerts(tx, ctx, move);
  const refusal = skipped.find((skip) => skip.reason !== "same");
  if (refusal?.reason === "not-found") throw new DomainError("NOT_FOUND");
  if (refusal) throw new DomainError("CONFLICT", { reason: refusal.reason });
  const [row] = await querySql<AlertRow>(
    tx,
    sql`SELECT ${alertColumns} FROM ${alertTables} WHERE a.customer_id = ${ctx.customerId}::uuid AND a.id = ANY(${[...move.alertIds]}::uuid[])`,
  );
  if (!row) throw new DomainError("NOT_FOUND");
  return toAlertDto(row, ctx.clock.now());
}

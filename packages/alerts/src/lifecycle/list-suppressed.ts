import { requirePermission } from "@upstream/core";
import type { Page, SuppressionId } from "@upstream/core";
import { readPage } from "@upstream/db";
import type { CustomerCtx, PageSpec } from "@upstream/db";
import { alertColumns, alertTables, toAlertDto } from "./alert-row.ts";
import type { AlertRow } from "./alert-row.ts";
import type { ListSuppressedInput, SuppressedDto } from "./alert-schemas.ts";
import { suppressionText } from "./suppression-text.ts";

const page: PageSpec<"createdAt"> = {
  name: "list-suppressed",
  columns: `${alertColumns.sql}, s.id AS "suppressionId", s.reason, s.until_at AS "until", s.created_at AS "createdAt", c.time_zone AS "timeZone"`,
  from: `suppressions s JOIN ${alertTables.sql} ON a.customer_id = s.customer_id AND a.id = s.alert_id JOIN customers c ON c.id = s.customer_id`,
  id: "s.id",
  sorts: { createdAt: { column: "s.created_at", type: "timestamptz" } },
};

type Row = AlertRow & { suppressionId: string; reason: "cooldown" | "noise"; until: Date; createdAt: Date; timeZone: string };

/** What was kept quiet and still is, newest first, with why, until when and what would have been sent. */
export async function listSuppressed(ctx: CustomerCtx, input: ListSuppressedInput): Promise<Page<SuppressedDto>> {
  requirePermission(ctx.actor, "alerts:read");
  const now = ctx.clock.now();
  const found = await readPage<Row, "createdAt">(ctx, page, {
    where: [{ text: "s.customer_id = ? AND s.undone_at IS NULL AND a.state = 'suppressed'", values: [ctx.customerId] }],
    sort: "createdAt",
    direction: "desc",
    limit: input.limit,
    cursor: input.cursor,
  });
  const items = found.rows.map((row) => ({
    id: row.suppressionId as SuppressionId,
    reason: row.reason,
    until: row.until.toISOString(),
    text: suppressionText(row.reason, row.until, row.timeZone),
    createdAt: row.createdAt.toISOString(),
    alert: toAlertDto(row, now),
  }));
  return { items, nextCursor: found.nextCursor };
}

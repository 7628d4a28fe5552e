import { requirePermission } from "@upstream/core";
import type { Page } from "@upstream/core";
import { readPage } from "@upstream/db";
import type { CustomerCtx, PageSpec } from "@upstream/db";
import { judgmentJson, toJudgmentDto } from "./judgment-row.ts";
import type { JudgmentJson } from "./judgment-row.ts";
import type { JudgmentDto, ListFeedbackInput } from "./judgment-schemas.ts";

const page: PageSpec<"judgedAt"> = {
  name: "list-feedback",
  columns: `${judgmentJson.sql} AS judgment`,
  from: "judgments j",
  id: "j.id",
  sorts: { judgedAt: { column: "j.judged_at", type: "timestamptz" } },
};

/** Everybody's verdict on an alert, newest first, each with its earlier versions. */
export async function listFeedback(ctx: CustomerCtx, input: ListFeedbackInput): Promise<Page<JudgmentDto>> {
  requirePermission(ctx.actor, "alerts:read");
  const found = await readPage<{ judgment: JudgmentJson }, "judgedAt">(ctx, page, {
    where: [{ text: "j.customer_id = ? AND j.alert_id = ?", values: [ctx.customerId, input.alertId] }],
    sort: "judgedAt",
    direction: "desc",
    limit: input.limit,
    cursor: input.cursor,
  });
  return { items: found.rows.map((row) => toJudgmentDto(row.judgment)), nextCursor: found.nextCursor };
}

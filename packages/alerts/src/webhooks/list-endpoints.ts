import { requirePermission } from "@upstream/core";
import type { Page } from "@upstream/core";
import { readPage } from "@upstream/db";
import type { CustomerCtx, PageSpec } from "@upstream/db";
import { toEndpointDto } from "./endpoint-row.ts";
import type { EndpointRow } from "./endpoint-row.ts";
import type { EndpointDto, ListEndpointsInput } from "./endpoint-schemas.ts";

const page: PageSpec<"createdAt"> = {
  name: "list-endpoints",
  columns: `e.id, e.url, e.events, e.description, e.headers, e.state, e.disabled_reason AS "disabledReason", e.disabled_at AS "disabledAt",
    e.failures_in_a_row AS "failuresInARow", e.failing_since AS "failingSince", e.last_success_at AS "lastSuccessAt",
    e.created_at AS "createdAt", e.updated_at AS "updatedAt"`,
  from: "webhook_endpoints e",
  id: "e.id",
  sorts: { createdAt: { column: "e.created_at", type: "timestamptz" } },
};

/** The customer's webhook endpoints, newest first; secrets and header values are never shown. */
export async function listEndpoints(ctx: CustomerCtx, input: ListEndpointsInput): Promise<Page<EndpointDto>> {
  requirePermission(ctx.actor, "webhooks:read");
  const found = await readPage<EndpointRow, "createdAt">(ctx, page, {
    where: [{ text: "e.customer_id = ? AND e.deleted_at IS NULL", values: [ctx.customerId] }],
    sort: "createdAt",
    direction: "desc",
    limit: input.limit,
    cursor: input.cursor,
  });
  return { items: found.rows.map(toEndpointDto), nextCursor: found.nextCursor };
}

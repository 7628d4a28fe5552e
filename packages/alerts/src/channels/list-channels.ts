import { requirePermission } from "@upstream/core";
import type { Page } from "@upstream/core";
import { readPage } from "@upstream/db";
import type { CustomerCtx, PageSpec } from "@upstream/db";
import { toChannelDto } from "./channel-row.ts";
import type { ChannelRow } from "./channel-row.ts";
import type { ChannelDto, ListChannelsInput } from "./channel-schemas.ts";

const page: PageSpec<"createdAt"> = {
  name: "list-channels",
  columns: `c.id, c.kind, c.name, c.config, c.secrets IS NOT NULL AS "hasSecrets", c.is_enabled AS "isEnabled",
    c.created_at AS "createdAt", c.updated_at AS "updatedAt"`,
  from: "channels c",
  id: "c.id",
  sorts: { createdAt: { column: "c.created_at", type: "timestamptz" } },
};

/** The customer's channels, oldest first; secrets are never shown. */
export async function listChannels(ctx: CustomerCtx, input: ListChannelsInput): Promise<Page<ChannelDto>> {
  requirePermission(ctx.actor, "alerts:read");
  const found = await readPage<Omit<ChannelRow, "secrets"> & { hasSecrets: boolean }, "createdAt">(ctx, page, {
    where: [{ text: "c.customer_id = ? AND c.deleted_at IS NULL", values: [ctx.customerId] }],
    sort: "createdAt",
    direction: "asc",
    limit: input.limit,
    cursor: input.cursor,
  });
  return { items: found.rows.map(toChannelDto), nextCursor: found.nextCursor };
}

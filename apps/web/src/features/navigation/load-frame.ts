import "server-only";
import type { Permission, Role } from "@upstream/core/schemas";
import type { OpenPage } from "../../app/(console)/[customer]/open-page.ts";
import { addDaysTo } from "../../ui/format/format-date.ts";
import type { FrameView } from "./frame-view.ts";

type FrameSource = Pick<OpenPage, "api" | "slug" | "customerName" | "zone" | "principal"> & {
  role: Role;
  me: { name: string; permissions: readonly string[] };
};

/** What the frame shows around every page. */
export async function loadFrame(page: FrameSource): Promise<FrameView> {
  const isPerson = page.principal.kind === "user";
  const [dashboard, preferences, customers] = await Promise.all([
    page.api.dashboard.get({ days: 7 }),
    isPerson ? page.api.preferences.get() : null,
    isPerson ? page.api.auth.customers() : [],
  ]);
  return {
    customer: { slug: page.slug, name: page.customerName },
    customers: customers.map(({ slug, name }) => ({ slug, name })),
    user: { name: page.me.name, role: page.role },
    permissions: page.me.permissions as Permission[],
    counts: { alerts: dashboard.alerts.open, uploads: 0, deliveries: 0 },
    watermark: dashboard.watermark === null ? null : addDaysTo(dashboard.watermark, -1),
    zone: page.zone,
    singleKeys: preferences?.singleKeys ?? true,
  };
}

import "server-only";
import type { Permission, Role } from "@upstream/core/schemas";
import type { OpenPage } from "../../app/(console)/[customer]/open-page.ts";
import { addDaysTo } from "../../ui/format/format-date.ts";
import type { FrameView } from "./frame-view.ts";

type FrameSource = Pick<OpenPage, "api" | "slug" | "customerName" | "zone" | "principal" | "may" | "now"> & {
  role: Role;
  me: { name: string; permissions: readonly string[] };
};

const failedDays = 7;
const countedAtMost = 99;

/** What the frame shows around every page. */
export async function loadFrame(page: FrameSource): Promise<FrameView> {
  const isPerson = page.principal.kind === "user";
  const [dashboard, preferences, customers, failed] = await Promise.all([
    page.api.dashboard.get({ days: 7 }),
    isPerson ? page.api.preferences.get() : null,
    isPerson ? page.api.auth.customers() : [],
    page.may("webhooks:read") ? page.api.deliveries.list({ limit: countedAtMost, state: ["failed"] }) : { items: [] },
  ]);
  const since = Date.parse(page.now) - failedDays * 86_400_000;
  return {
    customer: { slug: page.slug, name: page.customerName },
    customers: customers.map(({ slug, name }) => ({ slug, name })),
    user: { name: page.me.name, role: page.role },
    permissions: page.me.permissions as Permission[],
    counts: { alerts: dashboard.alerts.open, deliveries: failed.items.filter((item) => Date.parse(item.createdAt) >= since).length },
    watermark: dashboard.watermark === null ? null : addDaysTo(dashboard.watermark, -1),
    zone: page.zone,
    singleKeys: preferences?.singleKeys ?? true,
  };
}

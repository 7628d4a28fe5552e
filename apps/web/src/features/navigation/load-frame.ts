import "server-only";
import type { Permission, Role } from "@upstream/core/schemas";
import type { FrameView } from "./frame-view.ts";

type FrameSource = {
  slug: string;
  customerName: string;
  zone: string;
  role: Role;
  me: { name: string; permissions: readonly string[] };
};

/** What the frame shows around every page. */
export async function loadFrame(page: FrameSource): Promise<FrameView> {
  return {
    customer: { slug: page.slug, name: page.customerName },
    customers: [{ slug: page.slug, name: page.customerName }],
    user: { name: page.me.name, role: page.role },
    permissions: page.me.permissions as Permission[],
    counts: { alerts: 0, uploads: 0, deliveries: 0 },
    watermark: null,
    zone: page.zone,
    singleKeys: true,
  };
}

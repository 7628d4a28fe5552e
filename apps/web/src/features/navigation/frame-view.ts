import type { Permission, Role } from "@upstream/core/schemas";

/** What the frame around every page of a customer shows. */
export type FrameView = {
  customer: { slug: string; name: string };
  /** All customers the user may switch to, the current one included. */
  customers: readonly { slug: string; name: string }[];
  user: { name: string; role: Role };
  permissions: readonly Permission[];
  /** Open alerts, and messages of the last seven days that could not be delivered. */
  counts: { alerts: number; deliveries: number };
  /** Last day all decisions of which are in; null before the first file. */
  watermark: string | null;
  /** IANA zone of the customer. */
  zone: string;
  singleKeys: boolean;
};

import type { Permission } from "@upstream/core/schemas";

export type Topic = { id: string; name: string; needs: Permission; who: string };

/** Settings, one topic a page; a topic without an entry here does not exist. */
export const topics: readonly Topic[] = [
  { id: "general", name: "General", needs: "customer:read", who: "everybody" },
  { id: "members", name: "Members", needs: "members:admin", who: "owners and admins" },
  { id: "alert-rules", name: "Alert rules", needs: "rules:admin", who: "owners and admins" },
  { id: "channels", name: "Channels", needs: "channels:admin", who: "owners and admins" },
  { id: "webhooks", name: "Webhooks", needs: "webhooks:admin", who: "owners and admins" },
  { id: "api-keys", name: "API keys", needs: "api-keys:admin", who: "owners and admins" },
  { id: "mappings", name: "Mappings", needs: "mappings:read", who: "everybody" },
];

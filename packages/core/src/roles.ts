export const roles = ["owner", "admin", "analyst", "viewer"] as const;

/** What a person may do inside one customer. */
export type Role = (typeof roles)[number];

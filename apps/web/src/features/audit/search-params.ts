import { createLoader, parseAsString } from "nuqs/server";

/** What the address of the audit log says. */
export const auditParams = { action: parseAsString, entity: parseAsString };
export const loadAuditParams = createLoader(auditParams);
export type AuditParams = Awaited<ReturnType<typeof loadAuditParams>>;

export { actingAs, createCustomer, createMember } from "./customer-factory.ts";
export type { CustomerOptions } from "./customer-factory.ts";
export { auditOf, eventsOf, expectAudit } from "./expect-audit.ts";
export type { AuditRow, EventRow } from "./expect-audit.ts";
export { testDatabase } from "./test-database.ts";
export type { TestDatabase } from "./test-database.ts";

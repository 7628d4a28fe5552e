export { ensureRoles } from "./ensure-roles.ts";
export { migrateDatabase, migrationStatus } from "./runner.ts";
export type { MigrateOptions, MigrationState, MigrationStatus } from "./runner.ts";
export { loginRoles, rolePasswords, roleUrl, roleUrls } from "./role-urls.ts";
export type { LoginRole, RolePasswords, RoleUrls } from "./role-urls.ts";

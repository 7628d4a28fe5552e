import { createHmac } from "node:crypto";

/** The roles that sign in; what each may do is written in the migrations. */
export const loginRoles = ["app_user", "app_system", "app_platform", "app_jobs"] as const;
export type LoginRole = (typeof loginRoles)[number];
export type RolePasswords = Record<LoginRole, string>;
export type RoleUrls = { userUrl: string; systemUrl: string; platformUrl: string; jobsUrl: string };

/** One password a role from one secret, so that an installation keeps a single value. */
export function rolePasswords(secret: string): RolePasswords {
  const passwordOf = (role: LoginRole): string => createHmac("sha256", secret).update(`database role ${role}`).digest("base64url");
  return {
    app_user: passwordOf("app_user"),
    app_system: passwordOf("app_system"),
    app_platform: passwordOf("app_platform"),
    app_jobs: passwordOf("app_jobs"),
  };
}

/** The administrator's URL with that role and password in place of its own; host, database and parameters stay. */
export function roleUrl(adminUrl: string, role: LoginRole, password: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.href;
}

/** Where each role of the application signs in. */
export function roleUrls({ adminUrl, passwords }: { adminUrl: string; passwords: RolePasswords }): RoleUrls {
  return {
    userUrl: roleUrl(adminUrl, "app_user", passwords.app_user),
    systemUrl: roleUrl(adminUrl, "app_system", passwords.app_system),
    platformUrl: roleUrl(adminUrl, "app_platform", passwords.app_platform),
    jobsUrl: roleUrl(adminUrl, "app_jobs", passwords.app_jobs),
  };
}

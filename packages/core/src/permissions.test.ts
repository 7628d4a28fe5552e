import { describe, expect, it } from "vitest";
import type { Actor } from "./actor.ts";
import { can, permissions, permissionsOf, requirePermission } from "./permissions.ts";
import type { Permission } from "./permissions.ts";
import type { Role } from "./roles.ts";
import type { ApiKeyId, GrantId, UserId } from "./ids.ts";

const user = (role: Role, mayRevealPhi = false): Actor => ({ kind: "user", userId: "u" as UserId, role, mayRevealPhi });
const key = (scope: "read" | "write"): Actor => ({ kind: "apiKey", apiKeyId: "k" as ApiKeyId, role: "admin", scope });

describe("permissions", () => {
  it("gives each role everything that the role below it has", () => {
    const rising = ["viewer", "analyst", "admin", "owner"] as const;
    for (let index = 1; index < rising.length; index++) {
      const [lower, higher] = [permissionsOf(rising[index - 1]!), permissionsOf(rising[index]!)];
      expect([...lower].every((permission) => higher.has(permission))).toBe(true);
      expect(higher.size).toBeGreaterThan(lower.size);
    }
  });

  const cases: [string, Actor, Permission, boolean][] = [
    ["a viewer reads alerts", user("viewer"), "alerts:read", true],
    ["a viewer judges nothing", user("viewer"), "alerts:write", false],
    ["an analyst uploads", user("analyst"), "uploads:write", true],
    ["an analyst changes no rule", user("analyst"), "rules:admin", false],
    ["an admin makes no owner", user("admin"), "owners:admin", false],
    ["an owner does", user("owner"), "owners:admin", true],
    ["no role reveals PHI by itself", user("owner"), "phi:reveal", false],
    ["a grant reveals PHI", user("analyst", true), "phi:reveal", true],
    ["a reading key reads", key("read"), "claims:read", true],
    ["a reading key writes nothing", key("read"), "uploads:write", false],
    ["a writing key writes", key("write"), "uploads:write", true],
    ["a superuser reads under a grant", { kind: "superuser", userId: "s" as UserId, grantId: "g" as GrantId }, "claims:read", true],
    ["a superuser changes nothing", { kind: "superuser", userId: "s" as UserId, grantId: "g" as GrantId }, "alerts:write", false],
    ["a workflow reveals nothing", { kind: "workflow", name: "scan" }, "phi:reveal", false],
  ];
  it.each(cases)("%s", (_name, actor, permission, expected) => {
    expect(can(actor, permission)).toBe(expected);
  });

  it("names the missing permission", () => {
    expect(() => requirePermission(user("viewer"), "alerts:write")).toThrow("FORBIDDEN: alerts:write");
    expect(permissions).toContain("alerts:write");
  });
});

import { fixedClock, newId } from "@upstream/core";
import type { GrantId, UserId } from "@upstream/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CustomerCtx } from "./ctx.ts";
import { inCustomer } from "./customer-tx.ts";
import { asPlatform } from "./platform-tx.ts";
import { asSystem } from "./system-tx.ts";
import { actingAs, createCustomer } from "./testing/customer-factory.ts";
import { auditOf, expectAudit } from "./testing/expect-audit.ts";
import { testDatabase } from "./testing/test-database.ts";
import type { TestDatabase } from "./testing/test-database.ts";

const clock = fixedClock("2026-06-01T12:00:00Z");
let database: TestDatabase;
let ctx: CustomerCtx;
const userId = newId<UserId>();

beforeAll(async () => {
  database = await testDatabase();
  ctx = await createCustomer(database.db, { clock });
  await asSystem("user-set-up", database.db, (tx) =>
    tx.user.create({ data: { id: userId, email: "root@example.com", name: "Root", isSuperuser: true } }),
  );
});
afterAll(() => database.close());

async function grant(customer: CustomerCtx, minutes: number): Promise<GrantId> {
  const id = newId<GrantId>();
  const grantedAt = clock.now();
  const expiresAt = new Date(grantedAt.getTime() + minutes * 60_000);
  await inCustomer(customer, (tx) =>
    tx.accessGrant.create({
      data: { customerId: customer.customerId, id, userId, reason: "Customer asked for help", grantedAt, expiresAt },
    }),
  );
  return id;
}

const superuser = (customer: CustomerCtx, grantId: GrantId) => actingAs(customer, { kind: "superuser", userId, grantId });
const look = (customer: CustomerCtx) => asPlatform(customer, "test", (tx) => tx.customer.count());

describe("asPlatform", () => {
  it("opens a customer under a living grant and notes it in that customer's audit", async () => {
    const grantId = await grant(ctx, 60);
    expect(await look(superuser(ctx, grantId))).toBe(1);
    await expectAudit(ctx, { action: "platform.access", entityId: grantId, actor: `superuser:${userId}`, payload: { use: "test" } });
  });

  it("refuses without a grant, after its end, or with another customer's, and notes nothing", async () => {
    const other = await createCustomer(database.db, { clock });
    const count = (await auditOf(other)).length;
    const refused = { code: "FORBIDDEN", detail: { reason: "no-living-grant" } };
    await expect(look(superuser(other, newId<GrantId>()))).rejects.toMatchObject(refused);
    await expect(look(superuser(other, await grant(ctx, 60)))).rejects.toMatchObject(refused);
    const short = await grant(other, 5);
    clock.advance(5 * 60_000);
    await expect(look(superuser(other, short))).rejects.toMatchObject(refused);
    expect(await auditOf(other)).toHaveLength(count);
  });

  it("is no way in for other actors", async () => {
    await expect(look(ctx)).rejects.toMatchObject({ code: "FORBIDDEN", detail: { reason: "superuser-only" } });
  });
});

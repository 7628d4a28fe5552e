import { randomBytes } from "node:crypto";
import { newId, phiKeysFrom, silentLogger, systemClock } from "@upstream/core";
import type { Actor, Clock, CustomerId, Id, Role, UserId } from "@upstream/core";
import type { CustomerCtx } from "../ctx.ts";
import { inCustomer } from "../customer-tx.ts";
import type { Db } from "../handles.ts";
import { asSystem } from "../system-tx.ts";

export type CustomerOptions = {
  /** Role of the acting member; owner when absent. */
  role?: Role | undefined;
  mayRevealPhi?: boolean | undefined;
  clock?: Clock | undefined;
  timeZone?: string | undefined;
};

type Person = { userId: UserId; role: Role; mayRevealPhi: boolean };

async function createUser(db: Db, userId: UserId): Promise<void> {
  await asSystem("user-set-up", db, (tx) => tx.user.create({ data: { id: userId, email: `${userId}@example.com`, name: "Test Person" } }));
}

async function joinCustomer(ctx: CustomerCtx, person: Person): Promise<void> {
  const { userId, role, mayRevealPhi } = person;
  await inCustomer(ctx, (tx) =>
    tx.membership.create({ data: { customerId: ctx.customerId, id: newId<Id<"membership">>(), userId, role, mayRevealPhi } }),
  );
}

/** A new customer with one member, seen as that member. */
export async function createCustomer(db: Db, options: CustomerOptions = {}): Promise<CustomerCtx> {
  const customerId = newId<CustomerId>();
  const person: Person = { userId: newId<UserId>(), role: options.role ?? "owner", mayRevealPhi: options.mayRevealPhi ?? false };
  const ctx: CustomerCtx = {
    db,
    customerId,
    actor: { kind: "user", ...person },
    requestId: newId<Id<"request">>(),
    clock: options.clock ?? systemClock,
    logger: silentLogger,
    phi: phiKeysFrom(new Map([[1, randomBytes(32)]]), 1, randomBytes(32)),
  };
  await createUser(db, person.userId);
  const { timeZone = "America/New_York" } = options;
  await inCustomer(ctx, (tx) => tx.customer.create({ data: { id: customerId, name: "Test Clinic", slug: customerId, timeZone } }));
  await joinCustomer(ctx, person);
  return ctx;
}

/** Another member of the same customer, seen as that member. */
export async function createMember(ctx: CustomerCtx, role: Role, mayRevealPhi = false): Promise<CustomerCtx> {
  const person: Person = { userId: newId<UserId>(), role, mayRevealPhi };
  await createUser(ctx.db, person.userId);
  await joinCustomer(ctx, person);
  return { ...ctx, actor: { kind: "user", ...person } };
}

/** The same customer, seen by another actor. */
export function actingAs(ctx: CustomerCtx, actor: Actor): CustomerCtx {
  return { ...ctx, actor };
}

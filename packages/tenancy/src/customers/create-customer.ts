import type { Actor, CustomerId } from "@upstream/core";
import { DomainError, invalidField, isTimeZone, newId, wrapKey } from "@upstream/core";
import { randomBytes } from "node:crypto";
import { emitAudit, inCustomer } from "@upstream/db";
import type { CustomerCtx, Tx } from "@upstream/db";
import { ensureUser } from "../members/ensure-user.ts";
import type { CreateCustomerInput, CreatedCustomerDto } from "../schemas.ts";
import { freeSlug } from "./free-slug.ts";
import type { CustomerDeps } from "./open-customer.ts";
import { openCustomer, wrapContext } from "./open-customer.ts";

async function createKeys(tx: Tx, deps: CustomerDeps, customerId: CustomerId): Promise<void> {
  const wrapped = (purpose: string) => new Uint8Array(wrapKey(deps.kek, wrapContext(customerId, purpose, 1), randomBytes(32)));
  await tx.customerKey.createMany({
    data: ["data", "index"].map((purpose) => ({ customerId, purpose, keyId: 1, kekId: deps.kek.id, wrapped: wrapped(purpose) })),
  });
}

async function writeCustomer(
  ctx: CustomerCtx,
  deps: CustomerDeps,
  input: CreateCustomerInput & { slug: string; userId: string },
): Promise<void> {
  await inCustomer(ctx, async (tx) => {
    const { customerId } = ctx;
    await tx.customer.create({ data: { id: customerId, name: input.name, slug: input.slug, timeZone: input.timeZone } });
    await createKeys(tx, deps, customerId);
    await tx.membership.create({ data: { customerId, id: newId(), userId: input.userId, role: "owner" } });
    await emitAudit(tx, ctx, { action: "customer.create", entity: "customer", entityId: customerId, payload: { slug: input.slug } });
  });
}

/** Makes a customer with its own keys and an owner; CONFLICT when the name's short form is taken, INVALID when it names a page. Only for superusers and set-up. */
export async function createCustomer(
  deps: CustomerDeps,
  input: CreateCustomerInput,
  by: { actor: Actor; requestId: string; ownerPassword?: string },
): Promise<CreatedCustomerDto & { ctx: CustomerCtx }> {
  if (!isTimeZone(input.timeZone)) throw invalidField("/timeZone", "unknown-time-zone", "This is no IANA time zone name");
  if (by.actor.kind !== "superuser" && by.actor.kind !== "system") throw new DomainError("FORBIDDEN", { reason: "superuser" });
  const slug = await freeSlug(deps.db, input.name);
  const customerId = newId<CustomerId>();
  const owner = await ensureUser(deps, { ...input.owner, password: by.ownerPassword });
  const bare = { db: deps.db, clock: deps.clock, logger: deps.logger, customerId, actor: by.actor, requestId: by.requestId };
  await writeCustomer(bare as CustomerCtx, deps, { ...input, slug, userId: owner.userId });
  const ctx = await openCustomer(deps, { customerId, actor: by.actor, requestId: by.requestId });
  return {
    customer: { id: customerId, name: input.name, slug, timeZone: input.timeZone },
    owner: { email: owner.email, initialPassword: owner.initialPassword },
    ctx,
  };
}

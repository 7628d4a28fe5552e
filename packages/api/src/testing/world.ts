import { randomBytes } from "node:crypto";
import { newId, randomToken, silentLogger, systemClock } from "@upstream/core";
import type { CustomerId, Id, Role } from "@upstream/core";
import { createOutbound } from "@upstream/alerts";
import { createRateLimiter, inCustomer, readInCustomer, runIdempotent } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { testDatabase } from "@upstream/db/testing";
import type { TestDatabase } from "@upstream/db/testing";
import {
  actorOf,
  anonymous,
  authenticateBearer,
  createCustomer,
  ensureUser,
  grantAccess,
  inviteMember,
  isInCustomer,
  issueApiKey,
  issueTokens,
  openCustomer,
  resolveSession,
} from "@upstream/tenancy";
import type { Principal } from "@upstream/tenancy";
import type { ApiDeps } from "../deps.ts";

/** Somebody who calls: as REST sees them by their token, and as the console sees them by their principal. */
export type Caller = { name: string; principal: Principal; token: string | undefined };

/** One customer with a caller of every kind. */
export type Place = { customerId: CustomerId; slug: string; owner: CustomerCtx; callers: Map<string, Caller> };

export type World = {
  database: TestDatabase;
  deps: ApiDeps;
  stranger: Caller;
  staff: Caller;
  createPlace(): Promise<Place>;
  grantStaff(place: Place): Promise<Caller>;
  close(): Promise<void>;
};

const requestId = (): string => newId<Id<"request">>();

async function signIn(deps: ApiDeps, name: string, account: { email: string; password: string }): Promise<Caller> {
  const { accessToken } = await issueTokens(deps, account, { address: "192.0.2.1", requestId: requestId() });
  return { name, principal: await authenticateBearer(deps, accessToken), token: accessToken };
}

async function addMember(deps: ApiDeps, owner: CustomerCtx, role: Role): Promise<Caller> {
  const email = `${role}-${randomToken(9).toLowerCase()}@example.com`;
  const { initialPassword } = await inviteMember(owner, deps, { email, name: `Test ${role}`, role });
  return signIn(deps, role, { email, password: initialPassword ?? "" });
}

async function addKey(deps: ApiDeps, owner: CustomerCtx, scope: "read" | "write"): Promise<Caller> {
  const { secret } = await issueApiKey(owner, { name: `key ${scope}`, role: "analyst", scope, expiresInDays: 30 });
  return { name: `api key (${scope})`, principal: await authenticateBearer(deps, secret), token: secret };
}

async function createPlace(deps: ApiDeps): Promise<Place> {
  const mark = randomToken(9).toLowerCase();
  const by = { actor: { kind: "system" as const, reason: "test" }, requestId: requestId() };
  const made = await createCustomer(
    deps,
    { name: `Clinic ${mark}`, timeZone: "America/New_York", owner: { email: `owner-${mark}@example.com`, name: "Test owner" } },
    by,
  );
  const caller = await signIn(deps, "owner", { email: made.owner.email, password: made.owner.initialPassword ?? "" });
  if (!isInCustomer(caller.principal)) throw new Error("The owner is in no customer");
  const { customerId, customerSlug: slug } = caller.principal;
  const owner = await openCustomer(deps, { customerId, actor: actorOf(caller.principal), requestId: requestId() });
  const callers = new Map([[caller.name, caller]]);
  for (const role of ["admin", "analyst", "viewer"] as const) callers.set(role, await addMember(deps, owner, role));
  for (const scope of ["read", "write"] as const) callers.set(`api key (${scope})`, await addKey(deps, owner, scope));
  return { customerId, slug, owner, callers };
}

async function createStaff(deps: ApiDeps): Promise<Caller> {
  const { email, initialPassword } = await ensureUser(deps, {
    email: `staff-${randomToken(9).toLowerCase()}@example.com`,
    name: "Test staff",
    isSuperuser: true,
  });
  return signIn(deps, "superuser without grant", { email, password: initialPassword ?? "" });
}

async function grantStaff(deps: ApiDeps, staff: Caller, place: Place): Promise<Caller> {
  if (!("sessionId" in staff.principal)) throw new Error("Staff has no session");
  await grantAccess(deps, staff.principal, {
    customerId: place.customerId,
    reason: "Looking into a question of theirs",
    minutes: 30,
    requestId: requestId(),
  });
  return {
    name: "superuser with grant",
    principal: await resolveSession(deps, { sessionId: staff.principal.sessionId, customer: place.slug }),
    token: undefined,
  };
}

/** A database of its own with the dependencies the host would inject; customers are added by `createPlace`. */
export async function createWorld(): Promise<World> {
  const database = await testDatabase({ poolSize: 8 });
  const deps: ApiDeps = {
    db: database.db,
    clock: systemClock,
    logger: silentLogger,
    kek: { id: 1, key: randomBytes(32) },
    issuer: "https://upstream.example",
    rateLimiter: createRateLimiter(database.db, { name: "default", points: 100_000, windowSeconds: 60 }),
    runIdempotent,
    readInCustomer,
    inCustomer,
    outbound: createOutbound({ mailFrom: "Upstream <alerts@example.com>", consoleUrl: "https://upstream.example" }),
    uploadLimitBytes: 1_000_000,
    addressOf: () => "192.0.2.1",
  };
  const staff = await createStaff(deps);
  return {
    database,
    deps,
    staff,
    stranger: { name: "anonymous", principal: anonymous, token: undefined },
    createPlace: () => createPlace(deps),
    grantStaff: (place) => grantStaff(deps, staff, place),
    close: () => database.close(),
  };
}

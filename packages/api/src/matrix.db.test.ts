import type { AnyProcedure } from "@trpc/server";
import { can, newId } from "@upstream/core";
import type { Id } from "@upstream/core";
import { auditOf } from "@upstream/db/testing";
import { actorOf, isInCustomer } from "@upstream/tenancy";
import type { Principal } from "@upstream/tenancy";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isPermission } from "./meta.ts";
import type { Access, ApiMeta } from "./meta.ts";
import { problemSchema } from "./problem.ts";
import { openApiDocument } from "./rest/app-routes.ts";
import { appRouter } from "./root.ts";
import { sendRest, sendTrpc } from "./testing/send.ts";
import { createWorld } from "./testing/world.ts";
import type { Caller, Place, World } from "./testing/world.ts";

type Verdict = "answers" | 401 | 403 | 404;
type Declared = { permission: Access; isPersonal: boolean };

function verdictOutside(access: Access, principal: Principal): Verdict {
  if (access === "public") return "answers";
  if (principal.kind === "anonymous") return 401;
  if (access === "signed-in") return "answers";
  if (principal.kind === "apiKey") return 403;
  if (access === "person") return "answers";
  return principal.kind === "superuser" || (principal.kind === "member" && principal.isSuperuser) ? "answers" : 403;
}

/** What the declaration says must happen; nothing here knows a procedure by name. */
function expectedVerdict({ permission, isPersonal }: Declared, principal: Principal): Verdict {
  if (!isPermission(permission)) return verdictOutside(permission, principal);
  if (principal.kind === "anonymous") return 401;
  if (!isInCustomer(principal)) return 403;
  const actor = actorOf(principal);
  return can(actor, permission) && !(isPersonal && actor.kind !== "user") ? "answers" : 403;
}

function verdictOf(status: number): Verdict {
  return status === 401 || status === 403 ? status : "answers";
}

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyProcedure>)
  .map(([name, procedure]) => ({ name, procedure, meta: procedure._def.meta as ApiMeta }))
  .toSorted((a, b) => Number(a.name === "auth.logout") - Number(b.name === "auth.logout"));
const operations = Object.entries(openApiDocument().paths)
  .flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      statuses: Object.keys(operation.responses),
      declared: { permission: operation["x-permission"] as Access, isPersonal: operation["x-people-only"] === true },
    })),
  )
  .toSorted((a, b) => Number(a.path === "/auth/logout") - Number(b.path === "/auth/logout"));

const kinds = ["owner", "admin", "analyst", "viewer", "api key (read)", "api key (write)", "anonymous"];

describe("who may call what", () => {
  let world: World;
  let place: Place;
  let other: Place;
  const callerOf = (from: Place, kind: string): Caller => from.callers.get(kind) ?? world.stranger;
  const unknownId = newId<Id<"unknown">>();

  beforeAll(async () => {
    world = await createWorld();
    place = await world.createPlace();
    other = await world.createPlace();
  });
  afterAll(() => world.close());

  it.each(kinds)("lets %s do over tRPC exactly what each procedure declares", async (kind) => {
    const caller = callerOf(place, kind);
    const wrong: string[] = [];
    for (const { name, procedure, meta } of procedures) {
      const { status } = await sendTrpc(world, caller, { name, procedure, input: {} });
      const expected = expectedVerdict({ permission: meta.permission, isPersonal: meta.isPersonal === true }, caller.principal);
      if (verdictOf(status) !== expected || status >= 500) wrong.push(`${name}: ${status}, expected ${expected}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(kinds)("lets %s do over REST exactly what each operation declares", async (kind) => {
    const caller = callerOf(other, kind);
    const wrong: string[] = [];
    for (const { method, path, declared, statuses } of operations) {
      const { status, headers, body } = await sendRest(world, caller, {
        method,
        path: path.replace(/\{\w+\}/g, unknownId),
        ...(method === "GET" || method === "DELETE" ? {} : { body: {} }),
      });
      const expected = expectedVerdict(declared, caller.principal);
      if (verdictOf(status) !== expected || status >= 500) wrong.push(`${method} ${path}: ${status}, expected ${expected}`);
      if (!statuses.includes(String(status))) wrong.push(`${method} ${path}: ${status} is not in the document`);
      const isProblem = headers.get("content-type") === "application/problem+json" && problemSchema.safeParse(body).success;
      if (status >= 400 && !isProblem) wrong.push(`${method} ${path}: ${status} without problem details`);
    }
    expect(wrong).toEqual([]);
  });

  it("shows the platform's staff no customer without a grant", async () => {
    for (const { name, procedure, meta } of procedures.filter((item) => isPermission(item.meta.permission))) {
      const named = await sendTrpc(world, world.staff, { name, procedure, input: {}, customer: place.slug });
      const unnamed = await sendTrpc(world, world.staff, { name, procedure, input: {} });
      expect([name, meta.permission, named.status, unnamed.status]).toEqual([name, meta.permission, 404, 403]);
    }
  });

  it("lets the platform's staff do over REST the platform's own and nothing inside a customer", async () => {
    const wrong: string[] = [];
    for (const { method, path, declared } of operations.filter((operation) => operation.path !== "/auth/logout")) {
      const { status } = await sendRest(world, world.staff, {
        method,
        path: path.replace(/\{\w+\}/g, unknownId),
        ...(method === "GET" || method === "DELETE" ? {} : { body: {} }),
      });
      const expected = expectedVerdict(declared, world.staff.principal);
      if (verdictOf(status) !== expected || status >= 500) wrong.push(`${method} ${path}: ${status}, expected ${expected}`);
    }
    expect(wrong).toEqual([]);
  });

  it("lets the platform's staff read under a grant, and nothing more", async () => {
    const seen = await world.createPlace();
    const caller = await world.grantStaff(seen);
    expect(caller.principal.kind).toBe("superuser");
    const wrong: string[] = [];
    for (const { name, procedure, meta } of procedures) {
      const { status } = await sendTrpc(world, caller, { name, procedure, input: {} });
      const expected = expectedVerdict({ permission: meta.permission, isPersonal: meta.isPersonal === true }, caller.principal);
      if (verdictOf(status) !== expected || status >= 500) wrong.push(`${name}: ${status}, expected ${expected}`);
    }
    expect(wrong).toEqual([]);
    const looks = (await auditOf(seen.owner)).filter((row) => row.action === "superuser.read").map((row) => row.entityId);
    const readable = procedures.filter(
      ({ meta }) =>
        isPermission(meta.permission) &&
        expectedVerdict({ permission: meta.permission, isPersonal: false }, caller.principal) === "answers",
    );
    expect(looks.toSorted()).toEqual(readable.map(({ name }) => name).toSorted());
  });

  it("opens the platform's own procedures to its staff", async () => {
    for (const { name, procedure } of procedures.filter((item) => item.meta.permission === "platform")) {
      const { status } = await sendTrpc(world, world.staff, { name, procedure, input: {} });
      expect([name, verdictOf(status)]).toEqual([name, "answers"]);
    }
  });

  it("answers a member of another customer as if the customer did not exist", async () => {
    const member = callerOf(await world.createPlace(), "viewer");
    for (const { name, procedure } of procedures.filter((item) => isPermission(item.meta.permission))) {
      const foreign = await sendTrpc(world, member, { name, procedure, input: {}, customer: other.slug });
      const unknown = await sendTrpc(world, member, { name, procedure, input: {}, customer: "no-such-customer" });
      expect([name, foreign.status, unknown.status]).toEqual([name, 404, 404]);
    }
  });
});

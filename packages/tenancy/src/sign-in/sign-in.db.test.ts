import { fixedClock, silentLogger } from "@upstream/core";
import type { AdjustableClock, CustomerId, SessionId } from "@upstream/core";
import { asSystem } from "@upstream/db";
import { eventsOf, expectAudit, testDatabase } from "@upstream/db/testing";
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AuthDeps } from "../auth-deps.ts";
import { issueApiKey } from "../api-keys/issue-api-key.ts";
import { revokeApiKey } from "../api-keys/revoke-api-key.ts";
import { listAuditEntries } from "../audit-log/list-audit-entries.ts";
import { verifyAuditChain } from "../audit-log/verify-audit-chain.ts";
import { createCustomer } from "../customers/create-customer.ts";
import { changeMember } from "../members/change-member.ts";
import { inviteMember } from "../members/invite-member.ts";
import { listMembers } from "../members/list-members.ts";
import { authenticateBearer } from "./authenticate-bearer.ts";
import { endTokenSession } from "./end-token-session.ts";
import { issueTokens } from "./issue-tokens.ts";
import { resolveSession } from "./resolve-session.ts";
import { rotateRefresh } from "./rotate-refresh.ts";
import { verifyPassword } from "./verify-password.ts";
import { verifyToken } from "./verify-token.ts";

let database: Awaited<ReturnType<typeof testDatabase>>;
let clock: AdjustableClock;
let deps: AuthDeps;
let names = 0;
const password = "a long enough phrase 7";
const caller = { address: "192.0.2.1", requestId: "test" };

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(() => {
  clock = fixedClock("2026-11-25T12:00:00Z");
  deps = { db: database.db, clock, logger: silentLogger, kek: { id: 1, key: kek }, issuer: "http://upstream.example" };
});
const kek = randomBytes(32);

async function owner() {
  names += 1;
  const email = `owner-${names}@example.org`;
  const made = await createCustomer(
    deps,
    { name: `Practice ${names}`, timeZone: "America/Chicago", owner: { email, name: "Olive Owner" } },
    { actor: { kind: "system", reason: "set-up" }, requestId: "test", ownerPassword: password },
  );
  const principal = await authenticateBearer(deps, (await issueTokens(deps, { email, password }, caller)).accessToken);
  if (principal.kind !== "user") throw new Error("expected a user");
  const actor = { kind: "user" as const, userId: principal.userId, role: principal.role, mayRevealPhi: false };
  return { email, customerId: made.customer.id, ctx: { ...made.ctx, actor } };
}

describe("tokens", () => {
  it("answers an access token that names the person, the customer and the role of the database", async () => {
    const { email, customerId } = await owner();
    const tokens = await issueTokens(deps, { email, password }, caller);
    expect(await authenticateBearer(deps, tokens.accessToken)).toMatchObject({
      kind: "user",
      email,
      customerId,
      role: "owner",
      timeZone: "America/Chicago",
    });
    expect(tokens).toMatchObject({ tokenType: "Bearer", expiresIn: 600 });
  });

  it("gives an unknown address and a wrong password the same refusal", async () => {
    const { email } = await owner();
    const refusal = { code: "UNAUTHENTICATED", detail: { reason: "sign-in" } };
    await expect(issueTokens(deps, { email, password: "wrong but long enough" }, caller)).rejects.toMatchObject(refusal);
    await expect(issueTokens(deps, { email: "nobody@example.org", password }, caller)).rejects.toMatchObject(refusal);
  });

  it("makes an account wait after five wrong passwords, and lets it in afterwards", async () => {
    const { email } = await owner();
    const wrong = () => issueTokens(deps, { email, password: "wrong but long enough" }, { ...caller, address: "192.0.2.77" });
    for (let tries = 0; tries < 5; tries++) await expect(wrong()).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(wrong()).rejects.toMatchObject({ code: "LIMITED", detail: { retryAfterSeconds: 1 } });
    clock.advance(2_000);
    await expect(issueTokens(deps, { email, password }, caller)).resolves.toBeDefined();
  });

  it("never lets a stranger's tries shut the owner out of a device the account knows, and counts that device by itself", async () => {
    const { email } = await owner();
    const attempt = (given: string, deviceId?: string) =>
      verifyPassword(deps, { email, password: given, address: "198.51.100.9", requestId: "test", deviceId });
    for (let tries = 0; tries < 5; tries++)
      await expect(attempt("wrong but long enough")).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    const known = "0192f0c1-7b3a-7c21-9a44-3f5b2a1c0d9e";
    await expect(attempt(password)).rejects.toMatchObject({ code: "LIMITED" });
    await expect(attempt(password, known)).resolves.toMatchObject({ email });
    await expect(attempt(password)).rejects.toMatchObject({ code: "LIMITED" });
    for (let tries = 0; tries < 5; tries++)
      await expect(attempt("wrong but long enough", known)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(attempt(password, known)).rejects.toMatchObject({ code: "LIMITED" });
  });

  it("makes a whole network wait that guesses from many of its addresses", async () => {
    await asSystem("sign-in", deps.db, (tx) =>
      tx.loginThrottle.create({ data: { key: "address:net:203.0.113.0/24", failures: 1_500, updatedAt: clock.now() } }),
    );
    const guess = (address: string) =>
      verifyPassword(deps, { email: "nobody@example.org", password: "x".repeat(15), address, requestId: "test" });
    await expect(guess("203.0.113.5")).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(guess("203.0.113.6")).rejects.toMatchObject({ code: "LIMITED", detail: { retryAfterSeconds: 60 } });
    await expect(guess("203.0.112.6")).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it.each([`upk_${"-".repeat(36)}_${"a".repeat(43)}`, `upk_${"a".repeat(36)}_${"a".repeat(43)}`])(
    "refuses the key %s like any unknown one",
    async (key) => {
      await expect(authenticateBearer(deps, key)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
      await expect(rotateRefresh(deps, key.replace("upk_", "rt_"), "test")).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    },
  );

  it("rotates a refresh token once, repeats a lost answer, and ends the session when it is reused, once audited and told", async () => {
    const { email, ctx } = await owner();
    const first = await issueTokens(deps, { email, password }, caller);
    const second = await rotateRefresh(deps, first.refreshToken, "test");
    const repeated = await rotateRefresh(deps, first.refreshToken, "test");
    expect(repeated.refreshToken).toBe(second.refreshToken);
    const third = await rotateRefresh(deps, second.refreshToken, "test");
    await expect(rotateRefresh(deps, first.refreshToken, "test")).rejects.toMatchObject({ detail: { reason: "refresh-reused" } });
    await expect(rotateRefresh(deps, third.refreshToken, "test")).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(rotateRefresh(deps, first.refreshToken, "test")).rejects.toMatchObject({ detail: { reason: "refresh-token" } });
    expect(await verifyToken(deps, third.accessToken)).toEqual({ active: false, expiresAt: null });
    const { userId } = ctx.actor;
    expect(await eventsOf(ctx)).toEqual([{ id: expect.any(String), name: "auth.refresh-reused", data: { userId } }]);
    await expectAudit(ctx, { action: "auth.refresh_reuse", actor: `user:${userId}`, requestId: "test" });
  });

  it("lets only one of two simultaneous rotations make a successor", async () => {
    const { email } = await owner();
    const { refreshToken } = await issueTokens(deps, { email, password }, caller);
    const [one, two] = await Promise.all([rotateRefresh(deps, refreshToken, "a"), rotateRefresh(deps, refreshToken, "b")]);
    expect(one.refreshToken).toBe(two.refreshToken);
  });

  it("stops a token at logout", async () => {
    const { email } = await owner();
    const { accessToken } = await issueTokens(deps, { email, password }, caller);
    expect((await verifyToken(deps, accessToken)).active).toBe(true);
    await endTokenSession(deps, accessToken, "test");
    expect((await verifyToken(deps, accessToken)).active).toBe(false);
    await expect(authenticateBearer(deps, accessToken)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  const forgeries: [string, (token: string) => string][] = [
    ["a trailing newline", (token) => `${token}\n`],
    ["another signature", (token) => `${token.slice(0, -4)}AAAA`],
    ["no algorithm", (token) => `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString("base64url")}.${token.split(".")[1]}.`],
    [
      "an extra header member",
      (token) =>
        `${Buffer.from('{"alg":"EdDSA","typ":"at+jwt","jku":"http://x.example"}').toString("base64url")}.${token.split(".").slice(1).join(".")}`,
    ],
    ["nothing but text", () => "hello"],
  ];
  it.each(forgeries)("refuses a token with %s", async (_name, forge) => {
    const { email } = await owner();
    const { accessToken } = await issueTokens(deps, { email, password }, caller);
    await expect(authenticateBearer(deps, forge(accessToken))).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("refuses an access token after its ten minutes", async () => {
    const { email } = await owner();
    const { accessToken } = await issueTokens(deps, { email, password }, caller);
    clock.advance(606_000);
    await expect(authenticateBearer(deps, accessToken)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });
});

describe("sessions", () => {
  it("answers another customer as if it did not exist", async () => {
    const [mine, theirs] = [await owner(), await owner()];
    const { accessToken } = await issueTokens(deps, { email: mine.email, password }, caller);
    const principal = await authenticateBearer(deps, accessToken);
    const sessionId = (principal as { sessionId: SessionId }).sessionId;
    for (const customer of [theirs.customerId, "0198f3b0-0000-7000-8000-000000000000" as CustomerId, "no-such-practice"]) {
      expect(await resolveSession(deps, { sessionId, customer })).toMatchObject({ kind: "member", isSuperuser: false });
    }
  });
});

describe("API keys", () => {
  it("opens the customer with the secret shown once, until it is revoked", async () => {
    const { ctx, customerId } = await owner();
    const key = await issueApiKey(ctx, { name: "Clearinghouse", role: "analyst", scope: "read", expiresInDays: 30 });
    expect(await authenticateBearer(deps, key.secret)).toMatchObject({ kind: "apiKey", customerId, role: "analyst", scope: "read" });
    await revokeApiKey(ctx, { apiKeyId: key.id });
    await expect(authenticateBearer(deps, key.secret)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(revokeApiKey(ctx, { apiKeyId: key.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("members", () => {
  it("keeps the last owner, and lets no admin make an owner", async () => {
    const { ctx } = await owner();
    const [self] = (await listMembers(ctx, { limit: 50 })).items;
    await expect(changeMember(ctx, { memberId: self!.id, role: "viewer" })).rejects.toMatchObject({
      code: "PRECONDITION",
      detail: { reason: "last-owner" },
    });
    const invited = await inviteMember(ctx, { ...deps }, { email: `admin-${names}@example.org`, name: "Ada Admin", role: "admin" });
    expect(invited.initialPassword).toHaveLength(24);
    const asAdmin = {
      ...ctx,
      actor: { kind: "user" as const, userId: invited.member.userId, role: "admin" as const, mayRevealPhi: false },
    };
    await expect(changeMember(asAdmin, { memberId: invited.member.id, role: "owner" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await changeMember(ctx, { memberId: invited.member.id, role: "owner" });
    await expect(changeMember(ctx, { memberId: self!.id, role: "viewer" })).resolves.toMatchObject({ role: "viewer" });
  });
});

describe("audit", () => {
  it("keeps who signed in and who was invited in one whole chain", async () => {
    const { ctx } = await owner();
    const actions = (await listAuditEntries(ctx, { limit: 50 })).items.map((entry) => entry.action);
    expect(actions).toEqual(["auth.token", "customer.create"]);
    expect(await verifyAuditChain(ctx)).toMatchObject({ isWhole: true, entryCount: 2, brokenAtSeq: null });
  });
});

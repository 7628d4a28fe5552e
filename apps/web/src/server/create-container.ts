import { createOutbound } from "@upstream/alerts";
import { createCaller, createContextInner, handleConsoleFiles, handleRest, handleTrpc } from "@upstream/api";
import type { ApiDeps } from "@upstream/api";
import { DomainError, newId, systemClock } from "@upstream/core";
import type { Id, Logger, SessionId } from "@upstream/core";
import { createDb, createRateLimiter, inCustomer, pingDatabase, readInCustomer, readOutboxState, runIdempotent } from "@upstream/db";
import {
  anonymous,
  endSession,
  knownDeviceSeconds,
  openKnownDevice,
  resolveSession,
  sealKnownDevice,
  startSession,
  verifyPassword,
  writeAuthAudit,
} from "@upstream/tenancy";
import type { Principal } from "@upstream/tenancy";
import { createWorkflows } from "@upstream/workflows";
import type { Env } from "../env.ts";
import { chooseDriver } from "./choose-driver.ts";
import { cookieIn } from "./device-cookie.ts";
import { createMetrics } from "./metrics.ts";
import { addressOf } from "./node-http.ts";
import { openSession, sessionCookieName } from "./session-cookie.ts";

const requestsPerMinute = 600;

export type SignInOutcome =
  | { kind: "signed-in"; userId: string; name: string; email: string; sessionId: SessionId }
  | { kind: "refused" }
  | { kind: "busy" }
  | { kind: "limited"; retryAfterSeconds: number };

function createApiDeps(env: Env, logger: Logger) {
  const db = createDb({ userUrl: env.DATABASE_URL, systemUrl: env.DATABASE_SYSTEM_URL, poolSize: env.DATABASE_POOL_SIZE });
  const outbound = createOutbound({
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    outboundAllow: env.OUTBOUND_ALLOW,
    consoleUrl: env.UPSTREAM_URL,
  });
  const deps: ApiDeps = {
    db,
    clock: systemClock,
    logger,
    kek: { id: env.PHI_KEK_ID, key: env.PHI_KEK },
    issuer: env.UPSTREAM_URL,
    rateLimiter: createRateLimiter(db, { name: "default", points: requestsPerMinute, windowSeconds: 60 }),
    runIdempotent,
    readInCustomer,
    inCustomer,
    addressOf,
    outbound,
    uploadLimitBytes: env.UPLOAD_LIMIT_BYTES,
  };
  return { db, outbound, deps };
}

export type SignInAttempt = { email: string; password: string; address: string; deviceId: string | undefined };

async function signIn(deps: ApiDeps, attempt: SignInAttempt): Promise<SignInOutcome> {
  const requestId = newId<Id<"request">>();
  try {
    const account = await verifyPassword(deps, { ...attempt, requestId });
    const sessionId = await startSession(deps, { userId: account.userId, customerId: null, client: "browser", address: attempt.address });
    const customerId = account.customerIds[0] ?? null;
    await writeAuthAudit(deps, {
      customerId,
      actor: `user:${account.userId}`,
      requestId,
      action: "auth.sign_in",
      entity: "session",
      entityId: sessionId,
    });
    return { kind: "signed-in", userId: account.userId, name: account.name, email: account.email, sessionId };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === "LIMITED") return { kind: "limited", retryAfterSeconds: error.detail.retryAfterSeconds ?? 60 };
    return error.code === "UNAVAILABLE" ? { kind: "busy" } : { kind: "refused" };
  }
}

const readyWithinMs = 500;
const oldestEventSeconds = 60;

/** The database answers in time, and what was promised to leave it does leave. */
async function isReady({ db, clock }: ApiDeps): Promise<boolean> {
  const look = Promise.all([pingDatabase(db), readOutboxState(db, clock.now())]).then(
    ([, { oldestSeconds }]) => oldestSeconds < oldestEventSeconds,
  );
  return Promise.race([look.catch(() => false), clock.sleep(readyWithinMs).then(() => false)]);
}

/** Puts the whole product together once for this process: database, outbound messages, API and background work. */
export function createContainer(env: Env, logger: Logger) {
  const { db, outbound, deps } = createApiDeps(env, logger);
  const background = createWorkflows({ ...deps, outbound }, chooseDriver(env));
  const isSecure = env.UPSTREAM_URL.startsWith("https:");
  const sessionOf = (request: Request): SessionId | undefined =>
    openSession(env.AUTH_SECRET, cookieIn(request.headers.get("cookie"), sessionCookieName(isSecure)));
  const principalOf = async (request: Request): Promise<Principal> => {
    const sessionId = sessionOf(request);
    if (!sessionId) return anonymous;
    const isPolling = request.headers.get("x-upstream-polling") === "1";
    return resolveSession(deps, { sessionId, customer: request.headers.get("x-upstream-customer"), isPolling });
  };
  return {
    authSecret: env.AUTH_SECRET,
    isSecure,
    mailCatcherDir: env.MAIL_CATCHER_DIR ?? null,
    deps,
    signIn: ({ device, ...attempt }: Omit<SignInAttempt, "deviceId"> & { device: string | undefined }) =>
      signIn(deps, { ...attempt, deviceId: openKnownDevice(env.AUTH_SECRET, device, { email: attempt.email, now: deps.clock.now() }) }),
    /** A mark for the device on which this account has just signed in, and how long it lasts. */
    markDevice: (email: string) => ({ mark: sealKnownDevice(env.AUTH_SECRET, email, deps.clock.now()), seconds: knownDeviceSeconds }),
    endSession: (sessionId: SessionId) => endSession(deps, sessionId, newId<Id<"request">>()),
    resolveSession: (sessionId: SessionId, customer: string | null) => resolveSession(deps, { sessionId, customer }),
    /** Calls procedures for a page, without HTTP; `customer` is the slug or id in the address. */
    caller: (principal: Principal, customer?: string) =>
      createCaller(createContextInner(deps, principal, customer === undefined ? {} : { customer })),
    handleRest: (request: Request) => handleRest(request, deps),
    handleTrpc: async (request: Request) => handleTrpc(request, deps, await principalOf(request)),
    /** Uploads and downloads of the console, below `/api/console/<customer>`. */
    handleFiles: async (request: Request, customer: string) => {
      const sessionId = sessionOf(request);
      const principal = sessionId ? await resolveSession(deps, { sessionId, customer }) : anonymous;
      return handleConsoleFiles(request, deps, { principal, base: `/api/console/${customer}` });
    },
    serveWorkflows: background.serve,
    isReady: () => isReady(deps),
    metrics: createMetrics({ db, now: () => deps.clock.now(), load: background.load }),
    metricsToken: env.METRICS_TOKEN ?? null,
    driver: background.driver,
    start: background.start,
    stop: async () => {
      await background.stop();
      outbound.close();
      await db.close();
    },
  };
}

export type Container = ReturnType<typeof createContainer>;

import { DomainError } from "@upstream/core";
import { Prisma } from "./generated/client.ts";

/** What PostgreSQL said, whoever carried it: the driver, Prisma or its adapter. */
export type DbFailure = {
  /** SQLSTATE, or the driver's network code. */
  state: string | undefined;
  prismaCode: string | undefined;
  constraint: string | undefined;
  message: string;
};

type AdapterCause = { kind?: string; originalCode?: string; code?: string; originalMessage?: string; message?: string; constraint?: { index?: string } };

const CONSTRAINT = /constraint "([^"]+)"/;
const STATE_OF_KIND: Record<string, string> = {
  TransactionWriteConflict: "40001",
  ConnectionClosed: "08006",
  SocketTimeout: "08006",
  DatabaseNotReachable: "08001",
  TooManyConnections: "53300",
};

const RETRYABLE = new Set(["40001", "40P01", "57P01", "57P02", "57P03"]);
const RETRYABLE_PRISMA = new Set(["P2034"]);
const UNAVAILABLE = new Set([
  ...RETRYABLE, "55P03", "57014", "53300", "53400", "08000", "08001", "08003", "08004", "08006", "08P01", "25P03",
  "ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND",
]);
const UNAVAILABLE_PRISMA = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2034", "P2037"]);
const LOST_CONNECTION = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|ConnectionClosed/;
const WRITE_CONFLICT = /TransactionWriteConflict/;
const INVALID = new Set(["22001", "22003", "22007", "22008", "22021", "22P02", "22P05", "23502", "23514"]);
const INVALID_PRISMA = new Set(["P2000", "P2006", "P2007", "P2011", "P2012", "P2020"]);

function stringIn(value: object, key: string): string | undefined {
  const found: unknown = Reflect.get(value, key);
  return typeof found === "string" ? found : undefined;
}

function adapterCause(error: Error): AdapterCause | undefined {
  const meta: unknown = Reflect.get(error, "meta");
  const carrier = typeof meta === "object" && meta !== null ? Reflect.get(meta, "driverAdapterError") : error;
  const cause: unknown = typeof carrier === "object" && carrier !== null ? Reflect.get(carrier, "cause") : undefined;
  return typeof cause === "object" && cause !== null ? (cause as AdapterCause) : undefined;
}

function stateFrom(error: Error, cause: AdapterCause | undefined): string | undefined {
  const own = error instanceof Prisma.PrismaClientKnownRequestError ? undefined : stringIn(error, "code");
  return cause?.originalCode ?? cause?.code ?? STATE_OF_KIND[cause?.kind ?? ""] ?? own;
}

/** Reads an error of Prisma or the driver; undefined when it is neither's. */
export function readFailure(error: unknown): DbFailure | undefined {
  if (!(error instanceof Error) || error instanceof DomainError) return undefined;
  const cause = adapterCause(error);
  const prismaCode = error instanceof Prisma.PrismaClientKnownRequestError ? error.code : undefined;
  const message = cause?.originalMessage ?? cause?.message ?? error.message;
  const constraint = stringIn(error, "constraint") ?? cause?.constraint?.index ?? CONSTRAINT.exec(message)?.[1];
  return { state: stateFrom(error, cause), prismaCode, constraint, message };
}

/** Whether the whole transaction may run again: it lost against another one, or its server process went away before the end. */
export function isRetryable(error: unknown): boolean {
  const failure = readFailure(error);
  if (failure === undefined) return false;
  if (RETRYABLE.has(failure.state ?? "") || RETRYABLE_PRISMA.has(failure.prismaCode ?? "")) return true;
  return WRITE_CONFLICT.test(failure.message);
}

function isUnavailable(failure: DbFailure): boolean {
  if (UNAVAILABLE.has(failure.state ?? "") || UNAVAILABLE_PRISMA.has(failure.prismaCode ?? "")) return true;
  return WRITE_CONFLICT.test(failure.message) || LOST_CONNECTION.test(failure.message);
}

/** Detail without a reason when PostgreSQL named no constraint. */
function reasonOf(failure: DbFailure): { reason?: string } {
  return failure.constraint === undefined ? {} : { reason: failure.constraint };
}

function translate(failure: DbFailure, cause: unknown): DomainError | undefined {
  const { state, prismaCode } = failure;
  if (isUnavailable(failure)) return new DomainError("UNAVAILABLE", { retryAfterSeconds: 1 }, { cause });
  if (state === "23505" || prismaCode === "P2002" || state === "23P01") return new DomainError("CONFLICT", reasonOf(failure), { cause });
  if (state === "23503" || prismaCode === "P2003") {
    const isMissing = failure.message.startsWith("insert or update");
    return new DomainError(isMissing ? "NOT_FOUND" : "CONFLICT", reasonOf(failure), { cause });
  }
  if (prismaCode === "P2025") return new DomainError("NOT_FOUND", {}, { cause });
  if (state === "42501") return new DomainError("FORBIDDEN", { reason: "row-security" }, { cause });
  if (INVALID.has(state ?? "") || INVALID_PRISMA.has(prismaCode ?? "")) return new DomainError("INVALID", reasonOf(failure), { cause });
  return undefined;
}

/** The domain's name for a database error; anything it has no name for comes back as it is. */
export function toDomainError(error: unknown): unknown {
  const failure = readFailure(error);
  return failure === undefined ? error : (translate(failure, error) ?? error);
}

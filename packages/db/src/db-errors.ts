import { DomainError } from "@upstream/core";
import type { DomainErrorCode } from "@upstream/core";
import { Prisma } from "./generated/client.ts";

/** What PostgreSQL said, whoever carried it: the driver, Prisma or its adapter. */
export type DbFailure = {
  /** SQLSTATE, or the driver's network code. */
  state: string | undefined;
  prismaCode: string | undefined;
  constraint: string | undefined;
  message: string;
};

type AdapterCause = {
  kind?: string;
  originalCode?: string;
  code?: string;
  originalMessage?: string;
  message?: string;
  constraint?: { index?: string };
};

const CONSTRAINT = /constraint "([^"]+)"/;
const STATE_OF_KIND: Record<string, string> = {
  TransactionWriteConflict: "40001",
  ConnectionClosed: "08006",
  SocketTimeout: "08006",
  DatabaseNotReachable: "08001",
  TooManyConnections: "53300",
};

const RETRYABLE = new Set(["40001", "40P01", "57P01", "57P02", "57P03", "P2034"]);
const LOST = new Set(["57P01", "57P02", "08003", "08006", "25P03", "ECONNRESET", "EPIPE"]);
const UNAVAILABLE = new Set([
  ...RETRYABLE,
  ...LOST,
  "55P03",
  "57014",
  "53000",
  "53100",
  "53200",
  "53300",
  "53400",
  "08000",
  "08001",
  "08004",
  "08P01",
  "ECONNREFUSED",
  "ETIMEDOUT",
  "ENOTFOUND",
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "P2037",
]);
const DOUBLED = new Set(["23505", "23P01", "P2002"]);
const DANGLING = new Set(["23503", "23001", "P2003"]);
const REFUSED_VALUE = new Set([
  "22001",
  "22003",
  "22007",
  "22008",
  "22021",
  "22P02",
  "22P05",
  "23502",
  "23514",
  "P2000",
  "P2006",
  "P2007",
  "P2011",
  "P2012",
  "P2020",
]);
const LOST_CONNECTION = /Connection terminated|Client has encountered a connection error|ConnectionClosed/;
const NO_CONNECTION = /timeout exceeded when trying to connect/;
const WRITE_CONFLICT = /TransactionWriteConflict/;

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

function constraintFrom(error: Error, cause: AdapterCause | undefined, message: string): string | undefined {
  return stringIn(error, "constraint") ?? cause?.constraint?.index ?? CONSTRAINT.exec(message)?.[1];
}

/** Reads an error of Prisma or the driver; undefined when it is neither's. */
export function readFailure(error: unknown): DbFailure | undefined {
  if (!(error instanceof Error) || error instanceof DomainError) return undefined;
  const cause = adapterCause(error);
  const message = cause?.originalMessage ?? cause?.message ?? error.message;
  const prismaCode = error instanceof Prisma.PrismaClientKnownRequestError ? error.code : undefined;
  return { state: stateFrom(error, cause), prismaCode, constraint: constraintFrom(error, cause, message), message };
}

function isOneOf(failure: DbFailure, codes: ReadonlySet<string>): boolean {
  return codes.has(failure.state ?? "") || codes.has(failure.prismaCode ?? "");
}

/** The failures that an error was made of, whoever wrapped it on its way out of a joined transaction. */
function failuresBehind(error: unknown, depth = 6): DbFailure[] {
  if (!(error instanceof Error) || depth === 0) return [];
  const own = readFailure(error);
  return [...(own === undefined ? [] : [own]), ...failuresBehind(error.cause, depth - 1)];
}

/** Whether the whole transaction may run again: it lost against another one, or its server process was ended. */
export function isRetryable(error: unknown): boolean {
  return failuresBehind(error).some((failure) => isOneOf(failure, RETRYABLE) || WRITE_CONFLICT.test(failure.message));
}

/** Whether the connection went away; unless that was at COMMIT, nothing of the transaction has happened. */
export function isConnectionLoss(error: unknown): boolean {
  return failuresBehind(error).some((failure) => isOneOf(failure, LOST) || LOST_CONNECTION.test(failure.message));
}

function isUnavailable(failure: DbFailure): boolean {
  return isOneOf(failure, UNAVAILABLE) || [WRITE_CONFLICT, LOST_CONNECTION, NO_CONNECTION].some((text) => text.test(failure.message));
}

function danglingCode(failure: DbFailure): DomainErrorCode {
  return failure.message.startsWith("insert or update") ? "NOT_FOUND" : "CONFLICT";
}

function codeOf(failure: DbFailure): DomainErrorCode | undefined {
  if (isOneOf(failure, DOUBLED)) return "CONFLICT";
  if (isOneOf(failure, DANGLING)) return danglingCode(failure);
  if (isOneOf(failure, REFUSED_VALUE)) return "INVALID";
  return failure.prismaCode === "P2025" ? "NOT_FOUND" : undefined;
}

function translate(failure: DbFailure, cause: unknown): DomainError | undefined {
  if (isUnavailable(failure)) return new DomainError("UNAVAILABLE", { retryAfterSeconds: 1 }, { cause });
  if (failure.state === "42501") return new DomainError("FORBIDDEN", { reason: "row-security" }, { cause });
  const code = codeOf(failure);
  if (code === undefined) return undefined;
  return new DomainError(code, failure.constraint === undefined ? {} : { reason: failure.constraint }, { cause });
}

/** The domain's name for a database error; anything it has no name for comes back as it is. */
export function toDomainError(error: unknown): unknown {
  const failure = readFailure(error);
  return failure === undefined ? error : (translate(failure, error) ?? error);
}

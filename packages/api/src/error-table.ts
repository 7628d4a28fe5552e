import type { DomainErrorCode } from "@upstream/core";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server/rpc";

export type ProblemCode =
  | "malformed"
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "method-not-allowed"
  | "timeout"
  | "conflict"
  | "precondition-failed"
  | "payload-too-large"
  | "unsupported-media-type"
  | "headers-too-large"
  | "rate-limited"
  | "internal"
  | "unavailable";

type Row = { status: number; trpc: TRPC_ERROR_CODE_KEY; title: string; detail: string };

/** Everything the outside may read about an error; no text ever comes from `error.message`. */
export const errorTable: Record<ProblemCode, Row> = {
  malformed: {
    status: 400,
    trpc: "BAD_REQUEST",
    title: "Malformed request",
    detail: "The request could not be read. See errors for the parts that were refused.",
  },
  invalid: {
    status: 422,
    trpc: "UNPROCESSABLE_CONTENT",
    title: "Invalid input",
    detail: "The request was understood but some of its values were refused. See errors for each of them.",
  },
  unauthenticated: { status: 401, trpc: "UNAUTHORIZED", title: "Not signed in", detail: "A valid access token or API key is required." },
  forbidden: { status: 403, trpc: "FORBIDDEN", title: "Not allowed", detail: "Your role does not allow this." },
  "not-found": { status: 404, trpc: "NOT_FOUND", title: "Not found", detail: "There is nothing here, or it is not yours to see." },
  "method-not-allowed": {
    status: 405,
    trpc: "METHOD_NOT_SUPPORTED",
    title: "Method not allowed",
    detail: "This address does not answer that method. See the Allow header.",
  },
  timeout: {
    status: 408,
    trpc: "TIMEOUT",
    title: "Request timeout",
    detail: "The request did not arrive in time.",
  },
  conflict: {
    status: 409,
    trpc: "CONFLICT",
    title: "Conflict",
    detail: "The request clashes with the present state. Read it again and retry.",
  },
  "precondition-failed": {
    status: 412,
    trpc: "PRECONDITION_FAILED",
    title: "Precondition failed",
    detail: "A condition for this request does not hold.",
  },
  "payload-too-large": {
    status: 413,
    trpc: "PAYLOAD_TOO_LARGE",
    title: "Payload too large",
    detail: "The request body is larger than this address accepts.",
  },
  "unsupported-media-type": {
    status: 415,
    trpc: "UNSUPPORTED_MEDIA_TYPE",
    title: "Unsupported media type",
    detail: "Send this request with the content type that the reference names.",
  },
  "headers-too-large": {
    status: 431,
    trpc: "BAD_REQUEST",
    title: "Request headers too large",
    detail: "The headers of the request are larger than this address accepts.",
  },
  "rate-limited": {
    status: 429,
    trpc: "TOO_MANY_REQUESTS",
    title: "Too many requests",
    detail: "The limit is used up. Retry after the time in Retry-After.",
  },
  internal: {
    status: 500,
    trpc: "INTERNAL_SERVER_ERROR",
    title: "Internal error",
    detail: "Something failed on our side. Quote the request id when you report it.",
  },
  unavailable: {
    status: 503,
    trpc: "SERVICE_UNAVAILABLE",
    title: "Unavailable",
    detail: "The service cannot answer right now. Retry after the time in Retry-After.",
  },
};

/** How the errors of the domains look from outside. */
export const problemCodeOf: Record<DomainErrorCode, ProblemCode> = {
  NOT_FOUND: "not-found",
  FORBIDDEN: "forbidden",
  UNAUTHENTICATED: "unauthenticated",
  CONFLICT: "conflict",
  INVALID: "invalid",
  LIMITED: "rate-limited",
  PRECONDITION: "precondition-failed",
  UNAVAILABLE: "unavailable",
};

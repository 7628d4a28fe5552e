import { TRPCError } from "@trpc/server";
import { DomainError } from "@upstream/core";
import type { FieldError } from "@upstream/core";
import { ZodError } from "zod";
import { problemCodeOf } from "./error-table.ts";
import type { ProblemCode } from "./error-table.ts";
import { fieldErrorsOf } from "./field-errors.ts";

export type FaultDetail = {
  reason?: string | undefined;
  errors?: FieldError[] | undefined;
  retryAfterSeconds?: number | undefined;
  allow?: string | undefined;
};

/** A refusal at the edge, before or around a procedure. */
export class Fault extends Error {
  readonly code: ProblemCode;
  readonly detail: FaultDetail;

  constructor(code: ProblemCode, detail: FaultDetail = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = "Fault";
    this.code = code;
    this.detail = detail;
  }
}

const trpcFaults: Partial<Record<TRPCError["code"], ProblemCode>> = {
  NOT_FOUND: "not-found",
  BAD_REQUEST: "malformed",
  PARSE_ERROR: "malformed",
  METHOD_NOT_SUPPORTED: "method-not-allowed",
  PAYLOAD_TOO_LARGE: "payload-too-large",
  UNSUPPORTED_MEDIA_TYPE: "unsupported-media-type",
};

/** Classifies any thrown value; what is not known on purpose is `internal`. */
export function faultOf(error: unknown): Fault {
  if (error instanceof Fault) return error;
  if (error instanceof DomainError) return new Fault(problemCodeOf[error.code], error.detail, { cause: error });
  if (!(error instanceof TRPCError)) return new Fault("internal");
  if (error.code === "INTERNAL_SERVER_ERROR" && error.cause instanceof ZodError) return new Fault("internal");
  if (error.cause instanceof ZodError) return new Fault("invalid", { errors: fieldErrorsOf(error.cause) });
  if (error.cause instanceof Fault || error.cause instanceof DomainError) return faultOf(error.cause);
  return new Fault(trpcFaults[error.code] ?? "internal");
}

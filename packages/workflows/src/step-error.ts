import { DomainError, errorWord } from "@upstream/core";
import type { DomainErrorCode } from "@upstream/core";
import { NonRetriableError, RetryAfterError } from "inngest";

const passing: ReadonlySet<DomainErrorCode> = new Set<DomainErrorCode>(["UNAVAILABLE", "LIMITED"]);

/**
 * What a step may throw: the driver stores it, so it holds class and code and never a message.
 * A domain's refusal is final; what it says will pass is tried again, when it says so.
 */
export function toStepError(error: unknown): Error {
  if (error instanceof NonRetriableError || error instanceof RetryAfterError) return error;
  if (!(error instanceof DomainError)) return new Error(errorWord(error));
  const { retryAfterSeconds } = error.detail;
  if (!passing.has(error.code)) return new NonRetriableError(error.code);
  return retryAfterSeconds === undefined ? new Error(error.code) : new RetryAfterError(error.code, retryAfterSeconds * 1000);
}

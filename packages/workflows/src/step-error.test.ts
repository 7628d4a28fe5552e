import { DomainError } from "@upstream/core";
import { NonRetriableError, RetryAfterError } from "inngest";
import { describe, expect, it } from "vitest";
import { toStepError } from "./step-error.ts";

describe("errors that leave a step", () => {
  it("carry no text of an unexpected error", () => {
    const error = Object.assign(new Error("value 'Jane Doe' violates a check"), { code: "23514", detail: "Jane Doe" });
    expect(toStepError(error).message).toBe("Error:23514");
    expect(JSON.stringify(toStepError(error), Object.getOwnPropertyNames(toStepError(error)))).not.toContain("Jane");
  });

  it("are final when a domain refuses", () => {
    for (const code of ["NOT_FOUND", "FORBIDDEN", "INVALID", "CONFLICT", "PRECONDITION"] as const) {
      expect(toStepError(new DomainError(code))).toBeInstanceOf(NonRetriableError);
    }
  });

  it("come back when a domain says that it will pass", () => {
    const error = toStepError(new DomainError("UNAVAILABLE", { retryAfterSeconds: 30 }));
    expect(error).toBeInstanceOf(RetryAfterError);
    expect((error as RetryAfterError).retryAfter).toBe("30");
    expect(toStepError(new DomainError("LIMITED"))).not.toBeInstanceOf(NonRetriableError);
  });
});

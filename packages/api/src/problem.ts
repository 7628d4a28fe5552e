import type { FieldError } from "@upstream/core";
import { reasonDetails } from "./reason-details.ts";
import { z } from "zod";
import { errorTable } from "./error-table.ts";
import type { ProblemCode } from "./error-table.ts";
import type { Fault } from "./fault.ts";

/** Problem details (RFC 9457) with our members: `code` repeats the end of `type`, `reason` narrows it where there is something to tell apart. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: ProblemCode;
  reason?: string;
  errors: FieldError[];
};

const codes = Object.keys(errorTable) as [ProblemCode, ...ProblemCode[]];

export const problemSchema = z.strictObject({
  type: z.url().describe("Names the kind of problem"),
  title: z.string(),
  status: z.number().int().min(400).max(599),
  detail: z.string(),
  instance: z.string().describe("urn:uuid of the request, the same as x-request-id"),
  code: z.enum(codes),
  reason: z.string().optional().describe("Stable word that narrows the code"),
  errors: z.array(z.strictObject({ pointer: z.string(), code: z.string(), detail: z.string() })),
});

/** Address that names a kind of problem. */
export function problemType(code: ProblemCode): string {
  return `https://upstream.example/problems/${code}`;
}

/** The only description of an error that leaves the process. */
export function problemOf(fault: Fault, requestId: string): Problem {
  const row = errorTable[fault.code];
  const silent = row.status >= 500;
  return {
    type: problemType(fault.code),
    title: row.title,
    status: row.status,
    detail: (silent ? undefined : reasonDetails[fault.detail.reason ?? ""]) ?? row.detail,
    instance: `urn:uuid:${requestId}`,
    code: fault.code,
    ...(fault.detail.reason === undefined || silent ? {} : { reason: fault.detail.reason }),
    errors: silent ? [] : (fault.detail.errors ?? []),
  };
}

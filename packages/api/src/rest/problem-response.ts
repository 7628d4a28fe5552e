import type { Fault } from "../fault.ts";
import { problemOf } from "../problem.ts";

/** The answer to a refused or failed request: problem details and the headers its status asks for. */
export function problemResponse(fault: Fault, requestId: string): Response {
  const problem = problemOf(fault, requestId);
  const headers = new Headers({ "content-type": "application/problem+json" });
  if (fault.detail.allow !== undefined) headers.set("allow", fault.detail.allow);
  if (problem.status === 401) headers.set("www-authenticate", "Bearer");
  if (problem.status === 429 || problem.status === 503) headers.set("retry-after", String(fault.detail.retryAfterSeconds ?? 1));
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

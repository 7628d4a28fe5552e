import { newId } from "@upstream/core";
import type { ProblemCode } from "../error-table.ts";
import { Fault } from "../fault.ts";
import type { FaultDetail } from "../fault.ts";
import { applyHeaders } from "./headers.ts";
import { problemResponse } from "./problem-response.ts";

/** The answer of a host to what no door takes: problem details under a request id of its own. */
export function refuse(code: ProblemCode, detail: FaultDetail = {}): Response {
  const requestId = newId();
  const response = problemResponse(new Fault(code, detail), requestId);
  applyHeaders(response.headers, requestId);
  return response;
}

import type { IncomingMessage, ServerResponse } from "node:http";
import { refuse, restBase, trpcBase } from "@upstream/api";
import { answerHealth } from "./answer-health.ts";
import type { Container } from "./create-container.ts";
import { answerMetrics } from "./answer-metrics.ts";
import { sendResponse, toRequest } from "./node-http.ts";
import type { RequestOptions } from "./node-http.ts";

/** Methods that a door can be asked with; the rest of HTTP's (TRACE, CONNECT) no address here answers. */
const methods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];
type Doors = Pick<Container, "handleFiles" | "handleRest" | "handleTrpc" | "serveWorkflows" | "isReady" | "metrics" | "metricsToken">;

const consoleFiles = /^\/api\/console\/([a-z0-9-]+)\//;

/** Whether a request target lies below `/api`, in any spelling; those of sign-in are Next's. */
function isOurs(target: string): boolean {
  return /^\/+api(?:[/?]|$)/i.test(target) && !target.startsWith("/api/auth/");
}

/** Only a path: no other host's address, no `*`, no backslash that a reader could take for a slash. */
function isPath(target: string): boolean {
  return target.startsWith("/") && !target.includes("\\");
}

function within(path: string, base: string): boolean {
  return path === base || path.startsWith(`${base}/`);
}

async function answerAt(made: Doors, request: Request, path: string): Promise<Response> {
  const customer = consoleFiles.exec(path)?.[1];
  if (customer !== undefined) return made.handleFiles(request, customer);
  if (within(path, restBase)) return made.handleRest(request);
  if (within(path, trpcBase)) return made.handleTrpc(request);
  if (path === "/api/inngest") return made.serveWorkflows(request);
  if (within(path, "/api/health")) return answerHealth(request, made);
  return path === "/api/metrics" ? answerMetrics(request, made) : refuse("not-found");
}

function refusalOf(incoming: IncomingMessage): Response | undefined {
  if (!methods.includes(incoming.method ?? "")) return refuse("method-not-allowed", { allow: methods.join(", ") });
  return isPath(incoming.url ?? "") ? undefined : refuse("malformed", { reason: "target" });
}

/**
 * Answers whatever lies below `/api`, with problem details where there is nothing, and what no address here takes; false leaves
 * the request to the pages.
 */
export async function answerApi(
  made: Doors,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  options: RequestOptions,
): Promise<boolean> {
  const refusal = refusalOf(incoming);
  if (refusal === undefined && !isOurs(incoming.url ?? "")) return false;
  if (refusal !== undefined) await sendResponse(refusal, outgoing);
  else {
    const request = toRequest(incoming, outgoing, options);
    await sendResponse(await answerAt(made, request, new URL(request.url).pathname), outgoing);
  }
  return true;
}

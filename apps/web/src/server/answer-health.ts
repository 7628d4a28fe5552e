import { refuse } from "@upstream/api";

const headers = { "cache-control": "no-store", "x-content-type-options": "nosniff" };

/** `/api/health/live` and `/api/health/ready`: yes or no, nothing that tells an outsider more. */
export async function answerHealth(request: Request, made: { isReady: () => Promise<boolean> }): Promise<Response> {
  const what = new URL(request.url).pathname.slice("/api/health".length);
  if (what !== "/live" && what !== "/ready") return refuse("not-found");
  if (request.method !== "GET" && request.method !== "HEAD") return refuse("method-not-allowed", { allow: "GET, HEAD" });
  const isWell = what === "/live" || (await made.isReady());
  const word = what === "/live" ? "live" : isWell ? "ready" : "not-ready";
  const body = request.method === "HEAD" ? null : JSON.stringify({ status: word });
  return new Response(body, { status: isWell ? 200 : 503, headers: { ...headers, "content-type": "application/json" } });
}

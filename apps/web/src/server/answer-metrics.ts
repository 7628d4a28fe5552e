import { refuse } from "@upstream/api";
import { createHash, timingSafeEqual } from "node:crypto";
import type { Metrics } from "./metrics.ts";

const bearer = /^Bearer +([\x21-\x7e]{1,512})$/i;
const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** `/api/metrics`, for whoever bears the token of METRICS_TOKEN; without that setting the address does not exist. */
export async function answerMetrics(request: Request, made: { metrics: Metrics; metricsToken: string | null }): Promise<Response> {
  if (made.metricsToken === null) return refuse("not-found");
  if (request.method !== "GET") return refuse("method-not-allowed", { allow: "GET" });
  const token = bearer.exec(request.headers.get("authorization") ?? "")?.[1];
  if (token === undefined || !timingSafeEqual(digest(token), digest(made.metricsToken))) return refuse("unauthenticated");
  try {
    return new Response(await made.metrics.text(), {
      headers: { "content-type": made.metrics.contentType, "cache-control": "no-store", "x-content-type-options": "nosniff" },
    });
  } catch {
    return refuse("unavailable");
  }
}

import type { PostResult } from "../http/post-json.ts";
import type { SendOutcome } from "./channel.ts";

/** Reads a POST's result: only 2xx is success; a redirect is a failure; a refused address will not become better. */
export function outcomeOfPost(result: PostResult): SendOutcome {
  if (result.kind === "error") {
    return {
      ok: false,
      status: null,
      error: result.error,
      isPermanent: false,
      isTimeout: result.error.endsWith("timeout") || result.error === "etimedout",
      retryAfter: null,
      response: "",
      durationMs: result.durationMs,
    };
  }
  const { status, durationMs, excerpt } = result;
  if (status >= 200 && status < 300) return { ok: true, status, response: excerpt, durationMs };
  return {
    ok: false,
    status,
    error: `status-${status}`,
    isPermanent: false,
    isTimeout: false,
    retryAfter: result.retryAfter,
    response: excerpt,
    durationMs,
  };
}

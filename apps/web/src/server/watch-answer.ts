import type { IncomingMessage, ServerResponse } from "node:http";
import type { Metrics } from "./metrics.ts";

const doors = [
  ["/api/v1/", "rest"],
  ["/api/trpc/", "console"],
  ["/api/console/", "files"],
  ["/api/inngest", "workflows"],
  ["/api/auth/", "sign-in"],
  ["/api/", "system"],
  ["/_next/", "assets"],
] as const;

/** Which of a few doors a request came to; never the path itself, which anybody can make up. */
export function doorOf(target: string): string {
  return doors.find(([prefix]) => target.startsWith(prefix))?.[1] ?? "pages";
}

/** Counts a request and its duration when its answer has ended. */
export function watchAnswer(metrics: Pick<Metrics, "count">, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const started = performance.now();
  const { method = "", url = "" } = incoming;
  outgoing.once("close", () =>
    metrics.count({ door: doorOf(url), method, status: outgoing.statusCode, seconds: (performance.now() - started) / 1_000 }),
  );
}

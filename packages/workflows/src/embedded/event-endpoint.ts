import { newId } from "@upstream/core";
import { createHash, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { EventRecord } from "./protocol.ts";

const sentEvent = z.looseObject({
  id: z.string().min(1).max(300).nullish(),
  name: z.string().min(1).max(200),
  data: z.record(z.string(), z.unknown()).nullish(),
  ts: z.number().nullish(),
});
const sentEvents = z.union([z.array(sentEvent).max(5000), sentEvent.transform((event) => [event])]);

export type EventEndpointDeps = { eventKey: string; now: () => Date; accept: (events: EventRecord[]) => Promise<void> };

function isSameKey(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

function answer(status: number, body: Record<string, unknown>): Response {
  return Response.json({ status, ...body }, { status });
}

async function readEvents(request: Request): Promise<z.infer<typeof sentEvents> | undefined> {
  try {
    return sentEvents.safeParse(await request.json()).data;
  } catch {
    return undefined;
  }
}

/** What `inngest.send` talks to: `POST /e/{eventKey}` with events, answered with their ids. */
export function createEventEndpoint(deps: EventEndpointDeps): (request: Request) => Promise<Response> {
  return async (request) => {
    const key = /^\/e\/([^/]+)$/.exec(new URL(request.url).pathname)?.[1];
    if (request.method !== "POST" || key === undefined) return answer(404, { error: "Not found" });
    if (!isSameKey(decodeURIComponent(key), deps.eventKey)) return answer(401, { error: "Event key not found" });
    const sent = await readEvents(request);
    if (sent === undefined) return answer(400, { error: "Invalid events" });
    const now = deps.now().getTime();
    const events = sent.map((event) => ({ ...event, id: event.id ?? newId(), data: event.data ?? {}, ts: event.ts ?? now }));
    await deps.accept(events);
    return answer(200, { ids: events.map((event) => event.id) });
  };
}

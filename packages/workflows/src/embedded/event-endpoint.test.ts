import { describe, expect, it } from "vitest";
import { createEventEndpoint } from "./event-endpoint.ts";
import type { EventRecord } from "./protocol.ts";

function open() {
  const accepted: EventRecord[] = [];
  const endpoint = createEventEndpoint({
    eventKey: "right",
    now: () => new Date("2026-03-02T12:00:00.000Z"),
    accept: async (events) => void accepted.push(...events),
  });
  const post = (path: string, body: string): Promise<Response> =>
    endpoint(new Request(`http://embedded.invalid${path}`, { method: "POST", body }));
  return { accepted, post };
}

describe("the event endpoint", () => {
  it("answers with an id for each event, the sender's where there is one", async () => {
    const { accepted, post } = open();
    const response = await post("/e/right", JSON.stringify([{ id: "mine", name: "a/b", data: { x: 1 } }, { name: "a/c" }]));
    const body = (await response.json()) as { ids: string[]; status: number };
    expect(body.status).toBe(200);
    expect(body.ids[0]).toBe("mine");
    expect(body.ids[1]).toMatch(/^[0-9a-f-]{36}$/);
    expect(accepted.map((event) => event.ts)).toEqual([Date.parse("2026-03-02T12:00:00.000Z"), Date.parse("2026-03-02T12:00:00.000Z")]);
  });

  it("refuses another key, another path and what are no events", async () => {
    const { accepted, post } = open();
    expect((await post("/e/wrong", "[]")).status).toBe(401);
    expect((await post("/fn/register", "[]")).status).toBe(404);
    expect((await post("/e/right", "not json")).status).toBe(400);
    expect((await post("/e/right", JSON.stringify([{ data: {} }]))).status).toBe(400);
    expect(accepted).toEqual([]);
  });
});

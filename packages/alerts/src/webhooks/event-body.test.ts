import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { webhookEvents } from "./endpoint-schemas.ts";
import { eventBody, eventSubjects } from "./event-body.ts";

it.each(webhookEvents)("has a sample of %s that is what is sent", async (name) => {
  const sample = JSON.parse(await readFile(new URL(`samples/${name}.json`, import.meta.url), "utf8"));
  const { id, version, counts, url } = sample.data;
  const body = eventBody({ name, occurredAt: new Date(sample.timestamp), entityId: id, version, url, counts });
  expect(JSON.parse(body)).toEqual(sample);
  expect(new URL(url).pathname).toBe(eventSubjects[name].path("lakeshore", id));
  expect(Buffer.byteLength(body)).toBeLessThan(4096);
});

import type { AnyProcedure } from "@trpc/server";
import { newId } from "@upstream/core";
import type { Id } from "@upstream/core";
import { inCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ApiMeta } from "./meta.ts";
import { appRouter } from "./root.ts";
import { requiredInput } from "./testing/example-input.ts";
import { runChain } from "./testing/run-chain.ts";
import type { Chain } from "./testing/run-chain.ts";
import { sendRest } from "./testing/send.ts";
import { createWorld } from "./testing/world.ts";
import type { Caller, Place, World } from "./testing/world.ts";

/** Statements beside the one that authenticates: one for a list, more where an answer is made of several things. */
const budgets: Record<string, number> = {
  "/preferences": 2,
  "/dashboard": 3,
  "/ledger": 2,
  "/drift/segments": 3,
  "/uploads/{uploadId}": 2,
  "/claims/{claimId}": 2,
  "/alerts/{alertId}": 2,
  "/drift/runs/{runId}": 2,
  "/drift/events/{driftEventId}": 4,
  "/drift/events/{driftEventId}/claims": 2,
};

/** Answers that hold at most so many bytes, uncompressed. */
const sizes: Record<string, number> = {
  list: 65_536,
  detail: 16_384,
  "/drift/events/{driftEventId}": 49_152,
  "/dashboard": 65_536,
  "/validation-rules": 65_536,
};

type Read = { path: string; query: string };

function readOf(procedure: AnyProcedure): Read[] {
  const meta = procedure._def.meta as ApiMeta;
  if (meta.openapi?.method !== "GET" || meta.permission === "platform" || meta.permission === "signed-in") return [];
  const { path } = meta.openapi;
  const entries = Object.entries(requiredInput(procedure)).filter(([name]) => !path.includes(`{${name}}`));
  return [{ path, query: new URLSearchParams(entries.map(([name, value]): [string, string] => [name, String(value)])).toString() }];
}

const reads = Object.values(appRouter._def.procedures as unknown as Record<string, AnyProcedure>)
  .flatMap(readOf)
  .filter(({ path }) => !/\{(?!uploadId|claimId|alertId|runId|driftEventId)/.test(path));

async function addRows(ctx: CustomerCtx, count: number): Promise<void> {
  const { customerId } = ctx;
  const many = Array.from({ length: count }, (_, index) => ({ id: newId<Id<"row">>(), name: `${index}-${newId<Id<"row">>()}` }));
  await inCustomer(ctx, async (tx) => {
    await tx.payerMapping.createMany({ data: many.map(({ id, name }) => ({ customerId, id, rawName: name, payerName: name })) });
    await tx.columnMapping.createMany({ data: many.map(({ id, name }) => ({ customerId, id, name, columns: {} })) });
    await tx.alertRule.createMany({ data: many.map(({ id, name }) => ({ customerId, id, name })) });
    await tx.channel.createMany({ data: many.map(({ id, name }) => ({ customerId, id, name, kind: "in-app", config: {} })) });
  });
}

describe("statements of each read", () => {
  let world: World;
  let place: Place;
  let chain: Chain;
  const measured = new Map<string, { status: number; statements: string[]; bytes: number }[]>();

  async function measure(): Promise<void> {
    const owner = place.callers.get("owner") as Caller;
    const ids: Record<string, string> = {
      uploadId: chain.uploadId,
      claimId: chain.claimId,
      alertId: chain.alertId,
      runId: chain.driftRunId,
      driftEventId: chain.driftEventId,
    };
    for (const { path: template, query } of reads) {
      const path = `${template}?${query}`.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? "");
      const { result, statements } = await world.database.countStatements(() => sendRest(world, owner, { method: "GET", path }));
      measured.set(template, [
        ...(measured.get(template) ?? []),
        { status: result.status, statements, bytes: JSON.stringify(result.body).length },
      ]);
    }
  }

  beforeAll(async () => {
    world = await createWorld();
    place = await world.createPlace();
    chain = await runChain(place.owner, "statements");
    await measure();
    measured.clear();
    for (const rows of [1, 49, 150]) {
      await addRows(place.owner, rows);
      await measure();
    }
  });
  afterAll(() => world.close());

  it.each(reads)("GET $path sends the same few, however many rows there are", ({ path }) => {
    const found = measured.get(path) ?? [];
    expect(found.map(({ status }) => status)).toEqual([200, 200, 200]);
    const counts = found.map(({ statements }) => statements.length);
    expect(new Set(counts).size).toBe(1);
    expect(counts[0], found[0]?.statements.join("\n")).toBeLessThanOrEqual(1 + (budgets[path] ?? 1));
    const limit = sizes[path] ?? (path.endsWith("}") ? sizes["detail"] : sizes["list"]) ?? 0;
    expect(Math.max(...found.map(({ bytes }) => bytes))).toBeLessThanOrEqual(limit);
  });
});

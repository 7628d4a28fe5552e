import { listClaims, processUpload, receiveUpload, voidUpload } from "@upstream/claims";
import { fixedClock, isoOf, type DriftEventId } from "@upstream/core";
import { createCustomer, testDatabase, type TestDatabase } from "@upstream/db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listDriftEvents } from "../events/list-drift-events.ts";
import { listEventClaims } from "../events/list-event-claims.ts";
import { claimFile } from "../testing/claim-file.ts";
import { firstDay, payerName, simulateCustomer } from "../testing/simulate-customer.ts";
import { runDrift } from "./run-drift.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}

it("turns one uploaded file of 260 days into the change at its payer, with its claims, and takes it back when the file is voided", async () => {
  const clock = fixedClock(`${isoOf(firstDay + 261)}T15:00:00Z`);
  const ctx = await createCustomer(database.db, { clock });
  const rows = simulateCustomer({
    seed: 7,
    feed: "file",
    days: 260,
    claimsPerDay: 96,
    denialRate: 0.09,
    jump: { payer: 4, from: 225, add: 0.21 },
  });
  const upload = await receiveUpload(ctx, { filename: "year.csv", body: bytesOf(claimFile(rows)) });
  expect(await processUpload(ctx, { uploadId: upload.id })).toMatchObject({ outcome: "published" });

  const run = await runDrift(ctx, { kind: "upload" });
  expect(run).toMatchObject({ status: "COMPLETED", feedMode: "submission", isHistoric: true });
  const { items } = await listDriftEvents(ctx, { limit: 50, isOpen: true });
  expect(items.map(({ payer, signal, isHarm }) => [payer, signal, isHarm])).toEqual([[payerName(4), "DENIAL_RATE", true]]);
  const claims = await listEventClaims(ctx, { driftEventId: items[0]?.id as DriftEventId, limit: 20 });
  expect(claims.items).toHaveLength(20);
  expect(new Set(claims.items.map(({ payer, outcome }) => `${payer} ${outcome}`))).toEqual(new Set([`${payerName(4)} DENIED`]));

  await voidUpload(ctx, { uploadId: upload.id });
  expect((await listClaims(ctx, { limit: 1, sort: "-submittedDate" })).items).toEqual([]);
  expect(await runDrift(ctx, { kind: "manual" })).toMatchObject({ status: "NOT_ENOUGH_HISTORY", recoveredCount: 1 });
  expect((await listDriftEvents(ctx, { limit: 50, isOpen: true })).items).toEqual([]);
});

import { getUpload, receiveUpload } from "@upstream/claims";
import type { UploadId, UserId } from "@upstream/core";
import { executeSql, inCustomer, querySql, recordEvent, sql } from "@upstream/db";
import { auditOf, eventsOf } from "@upstream/db/testing";
import { listDriftRuns } from "@upstream/drift";
import { listDriftRunsInput } from "@upstream/drift/schemas";
import { refreshReused } from "@upstream/tenancy";
import { afterEach, describe, expect, it } from "vitest";
import { bytesOf, openProductWorld } from "../contract/product-world.ts";
import type { ProductWorld } from "../contract/product-world.ts";

const MINUTE = 60_000;
const PATIENCE = { timeout: 40_000 };
const FILE = `claim_id,payer,cpt,submitted_date,decided_date,outcome,billed_amount,allowed_amount,paid_amount
C-1,Aetna,99213,2026-03-02,2026-03-20,paid,150.00,100.00,80.00
`;

const daysBefore = ({ clock }: ProductWorld, days: number) => new Date(clock.now().getTime() - days * 24 * 60 * MINUTE);

describe("the product's workflows", () => {
  const worlds: ProductWorld[] = [];
  afterEach(async () => {
    for (const world of worlds.splice(0)) await world.close();
  });

  const open = async (at: string): Promise<ProductWorld> => {
    const world = await openProductWorld(at);
    worlds.push(world);
    return world;
  };
  const upload = async ({ owner }: ProductWorld): Promise<UploadId> =>
    (await receiveUpload(owner, { filename: "claims.csv", body: bytesOf(FILE) })).id as UploadId;

  it("mark an upload as failed when it cannot be read after all attempts, with audit and event", async () => {
    const world = await open("2026-05-05T12:00:00.000Z");
    const uploadId = await upload(world);
    await inCustomer(world.owner, (tx) =>
      executeSql(tx, sql`UPDATE upload_chunks SET sealed = decode(repeat('07', 64), 'hex') WHERE upload_id = ${uploadId}::uuid`),
    );
    await world.workflows.start();
    const status = async (): Promise<string> => {
      await world.idle();
      world.clock.advance(10 * MINUTE);
      return (await getUpload(world.owner, { uploadId })).status;
    };
    await expect.poll(status, PATIENCE).toBe("failed");
    expect((await auditOf(world.owner)).map((row) => `${row.actor} ${row.action}`)).toContain("workflow:process-upload upload.fail");
    await expect.poll(() => world.receiver.count("upload.failed"), PATIENCE).toBe(1);
  });

  it("set an upload going again whose event was lost", async () => {
    const world = await open("2026-05-05T12:00:00.000Z");
    const uploadId = await upload(world);
    await inCustomer(world.owner, (tx) =>
      executeSql(tx, sql`UPDATE outbox_events SET sent_at = now() WHERE customer_id = ${world.owner.customerId}::uuid`),
    );
    await world.workflows.start();
    await world.idle();
    expect((await getUpload(world.owner, { uploadId })).status).toBe("received");
    world.clock.advance(11 * MINUTE);
    await expect.poll(() => world.receiver.count("upload.processed"), PATIENCE).toBe(1);
  });

  it("plan a mail to the person whose refresh token was shown twice", async () => {
    const world = await open("2026-05-05T12:00:00.000Z");
    await world.workflows.start();
    const mails = () =>
      inCustomer(world.owner, async (tx) => {
        const [owner] = await querySql<{ userId: UserId; email: string }>(
          tx,
          sql`SELECT m.user_id::text AS "userId", u.email FROM memberships m JOIN users u ON u.id = m.user_id`,
        );
        if (owner === undefined) throw new Error("the customer has no owner");
        const planned = await querySql<{ recipient: string }>(tx, sql`SELECT recipient FROM deliveries WHERE subject = 'account'`);
        return { owner, recipients: planned.map(({ recipient }) => recipient) };
      });
    const { owner } = await mails();
    await inCustomer(world.owner, (tx) => recordEvent(tx, world.owner, refreshReused({ userId: owner.userId })));
    await expect.poll(async () => (await mails()).recipients, PATIENCE).toEqual([owner.email]);
  });

  it("try a webhook again after its delays, under the same id, until it is taken", async () => {
    const world = await open("2026-05-05T12:00:00.000Z");
    const { receiver, clock } = world;
    receiver.statuses.push(500, 500);
    await world.workflows.start();
    await upload(world);
    for (const [tries, minutes] of [
      [1, 0.2],
      [2, 7],
      [3, 0],
    ] as const) {
      await expect.poll(() => receiver.heard.length, PATIENCE).toBe(tries);
      await world.idle();
      clock.advance(minutes * MINUTE);
    }
    expect(new Set(receiver.heard.map((one) => one.messageId)).size).toBe(1);
  });

  it("ask for the daily and the weekly drift run of a customer once, when its own hour has come", async () => {
    const world = await open("2026-05-04T09:30:00.000Z");
    await world.workflows.start();
    const scans = async (): Promise<string[]> => {
      const events = (await eventsOf(world.owner)).filter((event) => event.name === "drift.run-requested");
      return events.map((event) => String((event.data as { kind: string }).kind)).sort();
    };
    for (const hours of [0, 0.6, 1, 1, 1]) {
      world.clock.advance(hours * 60 * MINUTE);
      await world.idle();
    }
    await expect.poll(scans, PATIENCE).toEqual(["daily", "weekly"]);
    const kinds = async (): Promise<string[]> =>
      (await listDriftRuns(world.owner, listDriftRunsInput.parse({}))).items.map((run) => run.kind).sort();
    await expect.poll(kinds, PATIENCE).toEqual(["daily", "weekly"]);
  });

  it("remove sent events after 30 days, with the effects they had", async () => {
    const world = await open("2026-05-05T12:00:00.000Z");
    await world.workflows.start();
    await upload(world);
    await expect.poll(() => world.receiver.count("upload.processed"), PATIENCE).toBe(1);
    await world.idle();
    const kept = async (): Promise<number[]> => {
      const [row] = await inCustomer(world.owner, (tx) =>
        querySql<{ events: number; effects: number }>(
          tx,
          sql`SELECT (SELECT count(*)::int FROM outbox_events WHERE name LIKE 'upload.%') AS events,
            (SELECT count(*)::int FROM effects WHERE consumer = 'plan-event') AS effects`,
        ),
      );
      return [row?.events ?? 0, row?.effects ?? 0];
    };
    const before = await kept();
    expect(before.every((count) => count > 0)).toBe(true);
    await inCustomer(world.owner, async (tx) => {
      await executeSql(
        tx,
        sql`UPDATE outbox_events SET created_at = ${daysBefore(world, 2)}, sent_at = ${daysBefore(world, 2)} WHERE sent_at IS NOT NULL`,
      );
      await executeSql(tx, sql`UPDATE effects SET created_at = ${daysBefore(world, 2)}`);
    });
    world.clock.advance(24 * 60 * MINUTE);
    await world.idle();
    expect(await kept()).toEqual(before);
    world.clock.advance(30 * 24 * 60 * MINUTE);
    await expect.poll(kept, PATIENCE).toEqual([0, 0]);
  });
});

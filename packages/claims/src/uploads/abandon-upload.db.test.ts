import { fixedClock } from "@upstream/core";
import type { UploadId } from "@upstream/core";
import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { createCustomer, eventsOf, expectAudit, testDatabase } from "@upstream/db/testing";
import type { TestDatabase } from "@upstream/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listUploadsInput } from "../schemas.ts";
import { abandonUpload } from "./abandon-upload.ts";
import { claimFile, manyRows, sendText } from "./claim-file.ts";
import { findAbandonedUploads } from "./find-abandoned-uploads.ts";
import { getUpload } from "./get-upload.ts";
import { listUploads } from "./list-uploads.ts";
import { receiveUpload } from "./receive-upload.ts";

const text = claimFile(manyRows(30_000));
const at = (time: string) => fixedClock(`2026-05-20T${time}:00Z`);
let database: TestDatabase;
let ctx: CustomerCtx;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** A sender that stops after the first two MiB until it is told to go on. */
async function halfSent() {
  ctx = await createCustomer(database.db, { clock: at("15:00") });
  const goOn = Promise.withResolvers<void>();
  const bytes = Buffer.from(text);
  async function* body() {
    yield bytes.subarray(0, 2_200_000);
    await goOn.promise;
    yield bytes.subarray(2_200_000);
  }
  const received = receiveUpload(ctx, { filename: "claims.csv", body: body() });
  received.catch(() => undefined);
  await expect.poll(pieces).toBeGreaterThan(0);
  const { items } = await listUploads(ctx, listUploadsInput.parse({}));
  return { uploadId: items[0]?.id as UploadId, goOn, received };
}

async function pieces(): Promise<number> {
  const [row] = await readInCustomer(ctx, (query) => query.rows<{ n: number }>("pieces", "SELECT count(*)::int AS n FROM upload_chunks"));
  return row?.n ?? 0;
}

const abandoned = async (time: string) =>
  (await findAbandonedUploads(database.db, at(time).now())).filter(({ customerId }) => customerId === ctx.customerId);

describe("an upload whose sender is gone", () => {
  it("ends as failed an hour after its last piece, with its bytes removed, and the file may be sent again", async () => {
    const { uploadId } = await halfSent();
    expect(await abandoned("15:59")).toEqual([]);
    expect(await abandoned("16:01")).toEqual([{ customerId: ctx.customerId, uploadId }]);
    await abandonUpload({ ...ctx, clock: at("16:01") }, { uploadId });
    expect(await getUpload(ctx, { uploadId })).toMatchObject({ status: "failed", failureCode: "not_received" });
    expect(await pieces()).toBe(0);
    await expectAudit(ctx, { action: "upload.abandon", entityId: uploadId });
    expect((await eventsOf(ctx)).map(({ name }) => name)).toContain("upload.failed");
    expect(await sendText(ctx, text)).toMatchObject({ isDuplicate: false, status: "received" });
  });

  it("tells a sender that comes back too late, and keeps nothing of what it sends", async () => {
    const { uploadId, goOn, received } = await halfSent();
    await abandonUpload({ ...ctx, clock: at("16:01") }, { uploadId });
    goOn.resolve();
    await expect(received).rejects.toMatchObject({ code: "PRECONDITION", detail: { reason: "receipt-ended" } });
    expect(await pieces()).toBe(0);
    expect(await getUpload(ctx, { uploadId })).toMatchObject({ status: "failed" });
  });

  it("is left alone while pieces come", async () => {
    const { uploadId, goOn, received } = await halfSent();
    await abandonUpload({ ...ctx, clock: at("15:30") }, { uploadId });
    goOn.resolve();
    expect(await received).toMatchObject({ id: uploadId, status: "received" });
  });
});

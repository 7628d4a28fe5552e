import { processUpload } from "@upstream/claims";
import { newId } from "@upstream/core";
import type { Id, UploadId } from "@upstream/core";
import { expectAudit } from "@upstream/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemSchema } from "../problem.ts";
import { sendRest } from "../testing/send.ts";
import { createWorld } from "../testing/world.ts";
import type { Caller, Place, World } from "../testing/world.ts";
import { handleConsoleFiles } from "./console-files.ts";
import { handleRest } from "./app-routes.ts";

const header = "payer,cpt,submitted_date,decided_date,outcome,claim_id";
const good = "Aetna,99213,2026-01-05,2026-01-15,paid,c1";
const bad = "Aetna,99213,2026-01-05,not a date,paid,=cmd";

describe("claim files over REST", () => {
  let world: World;
  let place: Place;
  const caller = (name: string): Caller => place.callers.get(name) as Caller;

  async function encode(text: string, fields: Record<string, string> = {}): Promise<{ body: ArrayBuffer; type: string }> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append("file", new Blob([text]), "claims.csv");
    const encoded = new Response(form);
    return { body: await encoded.arrayBuffer(), type: encoded.headers.get("content-type") ?? "" };
  }

  async function send(
    text: string,
    fields: Record<string, string> = {},
    who = "analyst",
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const { body, type } = await encode(text, fields);
    const headers = { authorization: `Bearer ${caller(who).token}`, "content-type": type };
    const response = await handleRest(new Request("http://localhost/api/v1/uploads", { method: "POST", headers, body }), world.deps);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  beforeAll(async () => {
    world = await createWorld();
    place = await world.createPlace();
  });
  afterAll(() => world.close());

  it("takes a file with 202, answers the same bytes with the first upload, and gives the rejected rows back", async () => {
    const text = [header, good, bad].join("\n");
    const sent = await send(text);
    expect([sent.status, sent.body["status"], sent.body["isDuplicate"]]).toEqual([202, "received", false]);
    const uploadId = sent.body["id"] as UploadId;
    expect((await send(text)).body).toMatchObject({ id: uploadId, isDuplicate: true });

    await processUpload(place.owner, { uploadId });
    const upload = await sendRest(world, caller("viewer"), { method: "GET", path: `/uploads/${uploadId}` });
    expect(upload.body).toMatchObject({ status: "partial", rowCount: 2, acceptedCount: 1, rejectedCount: 1 });

    const file = await sendRest(world, caller("analyst"), { method: "GET", path: `/uploads/${uploadId}/rejected.csv` });
    expect([file.status, file.headers.get("content-type"), file.headers.get("cache-control")]).toEqual([
      200,
      "text/csv; charset=utf-8",
      "no-store",
    ]);
    expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="[\w-]+\.csv"$/);
    expect(file.body).toContain("upstream_error");
    expect(file.body).toContain(`"'=cmd"`);
    await expectAudit(place.owner, { action: "upload.export-rejected", entityId: uploadId });
  });

  it("leaves nothing of a file that was refused", async () => {
    const before = (await sendRest(world, caller("viewer"), { method: "GET", path: "/uploads" })).body as { items: unknown[] };
    const refusals = [
      await send(""),
      await send("x".repeat(1_000_001)),
      await send([header, good].join("\n"), { mappingId: "no-id" }),
      await send([header, good].join("\n"), { mappingId: newId<Id<"mapping">>() }),
    ];
    expect(refusals.map(({ status }) => status)).toEqual([422, 413, 422, 404]);
    for (const { body } of refusals) expect(problemSchema.safeParse(body).success).toBe(true);
    expect((await sendRest(world, caller("viewer"), { method: "GET", path: "/uploads" })).body).toEqual(before);
  });

  it("reads no byte of a person who may not upload", async () => {
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          pulled += 1;
          controller.enqueue(new Uint8Array(65_536));
        },
      },
      { highWaterMark: 0 },
    );
    const headers = { authorization: `Bearer ${caller("viewer").token}`, "content-type": "multipart/form-data; boundary=b" };
    const response = await handleRest(
      new Request("http://localhost/api/v1/uploads", { method: "POST", headers, body, duplex: "half" } as RequestInit),
      world.deps,
    );
    expect([response.status, pulled]).toEqual([403, 0]);
  });

  it.each(["no-id", newId<Id<"upload">>()])("answers 404 for the rejected rows of %s", async (id) => {
    expect((await sendRest(world, caller("analyst"), { method: "GET", path: `/uploads/${id}/rejected.csv` })).status).toBe(404);
  });

  describe("from the console", () => {
    const base = "/api/files";
    const post = async (who: Caller, headers: Record<string, string> = {}): Promise<number> => {
      const { body, type } = await encode([header, good, `Aetna,99214,2026-01-06,2026-01-16,paid,c2`].join("\n"));
      const request = new Request(`http://localhost${base}/uploads`, {
        method: "POST",
        headers: { "content-type": type, ...headers },
        body,
      });
      return (await handleConsoleFiles(request, world.deps, { principal: who.principal, base })).status;
    };

    it("takes files by session, from its own pages only", async () => {
      expect(await post(caller("analyst"), { "sec-fetch-site": "same-origin" })).toBe(202);
      expect(await post(caller("analyst"), { "sec-fetch-site": "cross-site" })).toBe(403);
      expect(await post(caller("analyst"), { "sec-fetch-site": "same-site" })).toBe(403);
    });

    it("refuses strangers, viewers and people outside a customer", async () => {
      expect([await post(world.stranger), await post(caller("viewer")), await post(world.staff)]).toEqual([401, 403, 404]);
    });

    it("has nothing but files", async () => {
      const request = new Request(`http://localhost${base}/members`);
      expect((await handleConsoleFiles(request, world.deps, { principal: caller("owner").principal, base })).status).toBe(404);
    });
  });
});

import type { CustomerCtx } from "@upstream/db";
import { createCustomer, expectAudit, testDatabase } from "@upstream/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deleteMapping } from "./delete-mapping.ts";
import { listColumnMappings } from "./list-column-mappings.ts";
import { listCptMappings } from "./list-cpt-mappings.ts";
import { listPayerMappings } from "./list-payer-mappings.ts";
import { upsertColumnMapping } from "./upsert-column-mapping.ts";
import { upsertCptMapping } from "./upsert-cpt-mapping.ts";
import { upsertPayerMapping } from "./upsert-payer-mapping.ts";

let database: Awaited<ReturnType<typeof testDatabase>>;
let ctx: CustomerCtx;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  ctx = await createCustomer(database.db);
});
afterAll(() => database.close());

const page = { limit: 50 };
const everything = async (of: CustomerCtx) => [
  ...(await listPayerMappings(of, page)).items,
  ...(await listCptMappings(of, page)).items,
  ...(await listColumnMappings(of, page)).items,
];

describe("mappings", () => {
  it("are listed as they were saved, to their own customer alone", async () => {
    const saved = [
      await upsertPayerMapping(ctx, { rawName: "BCBS OF TX", payerName: "Blue Cross Texas" }),
      await upsertCptMapping(ctx, { cptFrom: "70010", cptTo: "79999", cptGroup: "IMAGING" }),
      await upsertColumnMapping(ctx, { name: "Old billing system", columns: { payer: "Ins Co" }, dayFirst: true }),
    ];
    expect(await everything(ctx)).toEqual(saved);
    expect(await everything(await createCustomer(database.db))).toEqual([]);
  });

  it("are replaced by the same key, with what was before in the audit log", async () => {
    const first = await upsertPayerMapping(ctx, { rawName: "BCBS OF TX", payerName: "Blue Cross" });
    const second = await upsertPayerMapping(ctx, { rawName: "BCBS OF TX", payerName: "Blue Cross Texas" });
    expect(second).toMatchObject({ id: first.id, payerName: "Blue Cross Texas" });
    expect((await listPayerMappings(ctx, page)).items).toEqual([second]);
    const { payload } = await expectAudit(ctx, { action: "mapping.save", entityId: first.id });
    expect(JSON.stringify(payload)).toContain("Blue Cross Texas");
  });

  it("come in pages by name", async () => {
    for (const rawName of ["C", "A", "B"]) await upsertPayerMapping(ctx, { rawName, payerName: "One payer" });
    const first = await listPayerMappings(ctx, { limit: 2 });
    expect(first.items.map(({ rawName }) => rawName)).toEqual(["A", "B"]);
    const second = await listPayerMappings(ctx, { limit: 2, cursor: first.nextCursor ?? "" });
    expect(second).toMatchObject({ items: [{ rawName: "C" }], nextCursor: null });
  });

  it("are forgotten once", async () => {
    const { id } = await upsertCptMapping(ctx, { cptFrom: "99211", cptTo: "99215", cptGroup: "VISITS" });
    const mappingId = id as unknown as Parameters<typeof deleteMapping>[2]["mappingId"];
    await deleteMapping(ctx, "cpt", { mappingId });
    expect(await everything(ctx)).toEqual([]);
    await expect(deleteMapping(ctx, "cpt", { mappingId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

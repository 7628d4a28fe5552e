import { newId, phiKeysFrom } from "@upstream/core";
import type { CustomerId, UploadId } from "@upstream/core";
import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { emptyRow } from "../csv/claim-row.ts";
import { payerDirectory } from "../payers/payer-directory.ts";
import { chunkBuilder } from "./chunk-builder.ts";
import type { Chunk, ChunkBuilder } from "./chunk-builder.ts";

const rows = 450;

function builderWithRows(): { builder: ChunkBuilder; chunk: Chunk } {
  const customerId = newId<CustomerId>();
  const phi = phiKeysFrom(new Map([[1, randomBytes(32)]]), 1, randomBytes(32));
  const builder = chunkBuilder({
    customerId,
    uploadId: newId<UploadId>(),
    phi,
    payers: payerDirectory(customerId, [], new Map()),
    groupOf: () => "LAB",
  });
  const chunk = builder.take();
  for (let rowNo = 2; rowNo < rows + 2; rowNo += 1)
    builder.add(chunk, {
      ...emptyRow(),
      rowNo,
      payer: "Aster",
      cpt: "80053",
      submittedDay: 20_000,
      outcome: "PENDING",
      claimId: `C${rowNo}`,
      patientRef: `P${rowNo}`,
    });
  return { builder, chunk };
}

const rowNos = (builder: ChunkBuilder, chunk: Chunk) => chunk.rowNos.map((_, at) => Number(builder.line(chunk, at).split("\t")[3]));

describe("chunkBuilder", () => {
  it("seals ahead only while there is time, and every row has its line either way", async () => {
    const { builder, chunk } = builderWithRows();
    let left = 250;
    await builder.sealAhead(chunk, () => left-- > 0);
    expect(chunk.sealed.size).toBe(250);
    expect(rowNos(builder, chunk)).toEqual(chunk.rowNos);
    expect(builder.line(chunk, 7)).toBe(chunk.sealed.at(7));
  });

  it("goes on sealing where it stopped, and forgets all with the chunk", async () => {
    const { builder, chunk } = builderWithRows();
    let left = 100;
    await builder.sealAhead(chunk, () => left-- > 0);
    await builder.sealAhead(chunk, () => true);
    expect(chunk.sealed.size).toBe(rows);
    expect(rowNos(builder, chunk)).toEqual(chunk.rowNos);
    builder.giveBack(chunk);
    expect([builder.take(), chunk.sealed.size, chunk.sealed.bytes.length]).toEqual([chunk, 0, 0]);
  });
});

import { newId, openText, phiKeysFrom } from "@upstream/core";
import type { CustomerId, UploadId } from "@upstream/core";
import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { emptyRow } from "../csv/claim-row.ts";
import { payerDirectory } from "../payers/payer-directory.ts";
import { chunkBuilder, startOf } from "./chunk-builder.ts";
import type { Chunk } from "./chunk-builder.ts";
import { identityIn, writeDigests } from "./claim-record.ts";
import { CopyBuffer } from "./copy-buffer.ts";

const rows = 450;

function builderWithRows() {
  const customerId = newId<CustomerId>();
  const phi = phiKeysFrom(new Map([[1, randomBytes(32)]]), 1, randomBytes(32));
  const payers = payerDirectory(customerId, [], new Map());
  const builder = chunkBuilder({ customerId, uploadId: newId<UploadId>(), phi, payers, groupOf: () => "LAB" });
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
      patientRef: rowNo % 5 === 0 ? "" : `P${rowNo}`,
    });
  /** The person of every row, as its sealed record shows it. */
  const persons = (bytes: Buffer) =>
    chunk.rowNos.map((_, at) => {
      const record = bytes.subarray(startOf(chunk, at), chunk.ends[at]);
      const place = { table: "claims", column: "phi", customerId, row: identityIn(chunk.records, startOf(chunk, at)) };
      return record.readInt32BE(record.length - 4) === -1 && record.readInt32BE(record.length - 8) === -1
        ? ""
        : openText(phi.fieldKey(1, "claims", "phi"), place, record.subarray(record.indexOf(Buffer.from([0, 0, 0, 2, 0, 1]), 114) + 10));
    });
  const expected = chunk.rowNos.map((rowNo) => (rowNo % 5 === 0 ? "" : `{"patientRef":"P${rowNo}"}`));
  return { builder, chunk, persons, expected };
}

const openRows = (chunk: Chunk) => chunk.open.filter((from) => from >= 0).length;

describe("chunkBuilder", () => {
  it("seals ahead only while there is time, and the rest on the way out", async () => {
    const { builder, chunk, persons, expected } = builderWithRows();
    let left = 250;
    await builder.sealAhead(chunk, () => left-- > 0);
    expect(openRows(chunk)).toBe((rows - 250) * 0.8);
    expect(persons(Buffer.concat([...builder.pieces(chunk)]))).toEqual(expected);
    expect(openRows(chunk)).toBe(0);
  });

  it("never seals a row twice, and forgets all with the chunk", async () => {
    const { builder, chunk, persons, expected } = builderWithRows();
    for (let turn = 0; turn < 2; turn += 1) await builder.sealAhead(chunk, () => true);
    expect(persons(Buffer.concat([...builder.pieces(chunk)]))).toEqual(expected);
    builder.giveBack(chunk);
    expect([builder.take(), chunk.records.size, [...builder.pieces(chunk)]]).toEqual([chunk, 0, []]);
  });

  it("gives the records of chosen rows only, and seals no other", () => {
    const { builder, chunk } = builderWithRows();
    const places = [3, 4, 5, 17, 449];
    const records = places.map((at) => chunk.ends[at]! - startOf(chunk, at));
    const pieces = [...builder.pieces(chunk, places)];
    expect(pieces.map(({ length }) => length)).toEqual([records[0]! + records[1]! + records[2]!, records[3], records[4]]);
    expect(openRows(chunk)).toBe(rows * 0.8 - places.filter((at) => (at + 2) % 5 !== 0).length);
  });

  it("finds identity and values hash in a record", () => {
    const { chunk } = builderWithRows();
    const digests = chunk.rowNos.map((_, at) => {
      const into = new CopyBuffer(64);
      writeDigests(into, chunk.records, startOf(chunk, at));
      return into.slice(0, into.size).toString("hex");
    });
    expect(digests.every((digest) => /^00000014[0-9a-f]{40}00000010[0-9a-f]{32}$/.test(digest))).toBe(true);
    expect(new Set(digests.map((digest) => digest.slice(8, 48))).size).toBe(rows);
  });
});

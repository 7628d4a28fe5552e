import { createHash } from "node:crypto";
import type { DriftCells } from "../look/cells.ts";

/** SHA-256 over everything the statistics read: two runs with the same digest and method say the same. */
export function cellsDigest(cells: DriftCells): Buffer {
  const hash = createHash("sha256");
  const { submissions, decisions, payers, groups, reasons, uploads, strata } = cells;
  hash.update(JSON.stringify({ payers, groups, reasons, uploads, strata }));
  for (const columns of [submissions, decisions]) {
    for (const column of Object.values(columns)) hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  }
  return hash.digest();
}

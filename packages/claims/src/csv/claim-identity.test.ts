import { describe, expect, it } from "vitest";
import { readCells } from "../rules/check-cells.ts";
import type { Cells } from "../rules/check-cells.ts";
import { identityHexLength, rowDigester, valuesHexLength } from "./claim-identity.ts";

const digester = rowDigester(Buffer.alloc(32, 7));
const digest = (cells: Cells, by = digester) => {
  const into = { identity: "", values: "" };
  by.digest(readCells(cells), into);
  return into;
};

describe("claim identity", () => {
  it("is claim id and line, whatever the values", () => {
    const a = digest({ line_number: "01" });
    const b = digest({ line_number: "1", outcome: "denied" });
    expect(a.identity).toBe(b.identity);
    expect(a.values).not.toBe(b.values);
    expect(digest({ line_number: "2" }).identity).not.toBe(a.identity);
    expect(a.identity).toHaveLength(identityHexLength);
    expect(a.values).toHaveLength(valuesHexLength);
  });

  it("takes procedure and modifiers where there is no line number", () => {
    expect(digest({ cpt: "99213-25" }).identity).toBe(digest({ cpt: "99213", modifiers: "25" }).identity);
    expect(digest({ cpt: "99213" }).identity).not.toBe(digest({ cpt: "99214" }).identity);
    expect(digest({ cpt: "99213", line_number: "99213" }).identity).not.toBe(digest({ cpt: "99213" }).identity);
  });

  it("begins with the prefix of its claim id", () => {
    expect(digest({ claim_id: "C-7", line_number: "3" }).identity.startsWith(digester.claimPrefix("C-7"))).toBe(true);
  });

  it("is a fingerprint of the normalised row without a claim id, or with one that a spreadsheet destroyed", () => {
    const a = digest({ claim_id: "", paid_amount: "$1,234.50", submitted_date: "3/2/2026" });
    expect(digest({ claim_id: "", paid_amount: "1234.5", submitted_date: "2026-03-02" }).identity).toBe(a.identity);
    expect(digest({ claim_id: "", paid_amount: "1234.51", submitted_date: "2026-03-02" }).identity).not.toBe(a.identity);
    const destroyed = { claim_id: "1.67683E+15" };
    expect(digest({ ...destroyed, paid_amount: "1" }).identity).not.toBe(digest({ ...destroyed, paid_amount: "2" }).identity);
    expect(digest({ claim_id: "", patient_ref: "P1" }).identity).not.toBe(digest({ claim_id: "", patient_ref: "P2" }).identity);
  });

  it("differs between customers", () => {
    expect(digest({}, rowDigester(Buffer.alloc(32, 8))).identity).not.toBe(digest({}).identity);
  });
});

import { describe, expect, it } from "vitest";
import { detectAnomalies } from "./detect-anomalies.ts";
import type { FileShape } from "./detect-anomalies.ts";

const file = (change: Partial<FileShape> = {}): FileShape => ({
  rows: 1000,
  copies: 2,
  newPayers: 0,
  outcomes: { PAID: 850, DENIED: 100, PENDING: 50 },
  present: { payer: 1000, allowed_amount: 900 },
  ...change,
});
const past = [file(), file({ rows: 1040 }), file({ rows: 960 }), file({ rows: 1010 })];

describe("detectAnomalies", () => {
  it("says nothing about a usual file, nor before there is a history", () => {
    expect(detectAnomalies(file(), past)).toEqual([]);
    expect(detectAnomalies(file({ rows: 1 }), past.slice(1))).toEqual([]);
  });

  it("finds volume, a missing field, another outcome mix, copies and new payers", () => {
    const odd = file({
      rows: 300,
      copies: 60,
      newPayers: 9,
      outcomes: { PAID: 150, DENIED: 140, PENDING: 10 },
      present: { payer: 300, allowed_amount: 30 },
    });
    expect(detectAnomalies(odd, past).map((found) => `${found.kind} ${found.subject} ${found.severity}`)).toEqual([
      "VOLUME rows medium",
      "MISSING_FIELD allowed_amount high",
      "OUTCOME_MIX PAID medium",
      "OUTCOME_MIX DENIED medium",
      "DUPLICATES rows medium",
      "NEW_PAYERS payers medium",
    ]);
  });

  it("measures against the customer's own mix, not a fixed one", () => {
    const denying = (rows: number) => file({ rows, outcomes: { PAID: 500, DENIED: 500 } });
    expect(detectAnomalies(denying(1000), [denying(1000), denying(990), denying(1010), denying(1005)])).toEqual([]);
  });
});

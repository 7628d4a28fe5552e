import { describe, expect, it } from "vitest";
import { cellsDigest } from "../runs/cells-digest.ts";
import { buildCells, type DecisionRow } from "./build-cells.ts";

const stratum = (payerId: string, cpt: string) => ({ payerId, cptGroup: "g", cpt });
const decided: Omit<DecisionRow, "payerId" | "cptGroup" | "cpt"> = {
  decidedOn: 20,
  age: 3,
  outcome: "PAID",
  reason: null,
  uploadId: "u",
  n: 1,
  allowedCents: 0,
};

describe("the cells of a customer", () => {
  it("depend on what the rows hold, not on the order they come in", () => {
    const decisions: DecisionRow[] = [
      { ...stratum("p", "a"), ...decided, n: 4, allowedCents: 700 },
      { ...stratum("p", "a"), ...decided, n: 4, allowedCents: 200 },
      { ...stratum("p", "a"), ...decided, n: 2, allowedCents: 900 },
      { ...stratum("p", "a"), ...decided, outcome: "DENIED", reason: "197" },
      { ...stratum("p", "a"), ...decided, outcome: "DENIED", reason: "16", decidedOn: 19 },
      { ...stratum("o", "b"), ...decided },
    ];
    const submissions = [2, 1, 3].map((submittedOn) => ({ ...stratum("p", "a"), submittedOn, n: submittedOn }));
    const uploads = [{ id: "u", receivedOn: 25 }];
    const cells = buildCells({ submissions, decisions, uploads });
    const turned = buildCells({ submissions: submissions.toReversed(), decisions: decisions.toReversed(), uploads });
    expect(turned).toEqual(cells);
    expect(cellsDigest(turned)).toEqual(cellsDigest(cells));
    expect([...cells.decisions.n]).toEqual([1, 1, 1, 2, 4, 4]);
  });
});

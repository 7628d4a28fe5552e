import { describe, expect, it } from "vitest";
import { otherCauses } from "./other-causes.ts";

const evidence = { guard: "passed", holidayWeeks: 0, isolatedBatches: 0, commonMovement: 0, uploadIds: ["u1", "u2"] };

describe("what else it could be", () => {
  it("ticks what is ruled out, each with its number", () => {
    const causes = otherCauses({ unit: "rate", evidence }, { rows: 6_120, rejected: 6 });
    expect(causes.map((cause) => [cause.isRuledOut, cause.title])).toEqual([
      [true, "Not timing."],
      [true, "Not one batch."],
      [true, "Not everyone."],
      [true, "Not your data."],
    ]);
    expect(causes[1]?.text).toBe("The change stands without its most telling batch; 2 files were looked at.");
    expect(causes[3]?.text).toBe("6 of 6,120 rows of the files behind it were rejected.");
  });

  it("leaves a doubt where a guard did not pass or many rows were refused", () => {
    const doubts = (guard: string) => otherCauses({ unit: "rate", evidence: { ...evidence, guard } }, { rows: 100, rejected: 40 });
    expect(doubts("timing").map((cause) => cause.isRuledOut)).toEqual([false, true, true, false]);
    expect(doubts("batch").map((cause) => cause.isRuledOut)).toEqual([true, false, true, false]);
  });

  it("says nothing of data it does not know", () => {
    expect(otherCauses({ unit: "days", evidence: { ...evidence, commonMovement: 0.2, holidayWeeks: 2 } }, null)).toMatchObject([
      { text: "Claims that are still undecided count with their age. 2 holiday weeks are left out." },
      {},
      { text: "The other payers moved together; that is already taken out." },
    ]);
  });
});

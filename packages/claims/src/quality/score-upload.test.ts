import { describe, expect, it } from "vitest";
import { emptyTallies } from "../uploads/tallies.ts";
import { scoreUpload } from "./score-upload.ts";

const perfect = { ...emptyTallies(), rows: 100, accepted: 100, expectedCells: 500, filledCells: 500, lastDecided: 1000 };

describe("scoreUpload", () => {
  it("gives a faultless, fresh file an A", () => {
    expect(scoreUpload(perfect, 1005)).toEqual({
      completeness: 1,
      validity: 1,
      uniqueness: 1,
      timeliness: 1,
      consistency: 1,
      score: 1,
      grade: "A",
    });
  });

  it("takes each part by its formula", () => {
    const score = scoreUpload({ ...perfect, accepted: 80, rejected: 20, copies: 10, inconsistent: 8, filledCells: 450 }, 1022);
    expect(score).toMatchObject({ completeness: 0.9, validity: 0.8, uniqueness: 0.9, timeliness: 0.5, consistency: 0.9 });
    expect(score.score).toBeCloseTo(0.25 * 0.9 + 0.35 * 0.8 + 0.15 * 0.9 + 0.1 * 0.5 + 0.15 * 0.9, 10);
    expect(score.grade).toBe("C");
  });

  it("gives a file without an accepted row an F and stays between 0 and 1", () => {
    const score = scoreUpload(emptyTallies(), 1000);
    expect(score.grade).toBe("F");
    for (const part of [score.completeness, score.validity, score.uniqueness, score.timeliness, score.consistency, score.score]) {
      expect(part).toBeGreaterThanOrEqual(0);
      expect(part).toBeLessThanOrEqual(1);
    }
  });
});

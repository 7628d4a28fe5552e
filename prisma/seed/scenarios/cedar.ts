import { exportClaims } from "../claim-csv.ts";
import { generateClaims } from "../generate-claims.ts";
import { inventPayers, usualMix } from "../practice.ts";
import { createRng } from "../rng.ts";
import type { BuildScenario } from "./scenario.ts";

const isoOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** The demo's main practice: Aster denies far more imaging, Borea decides ten days later; history first, then last week's file. */
export const cedar: BuildScenario = (today) => {
  const seed = 7;
  const practice = {
    name: "Cedar Family Practice",
    payers: inventPayers(createRng(seed), 8),
    groupWeights: usualMix,
    facilities: ["Cedar Street", "Mill Pond"],
    linesPerDay: 130,
  };
  const [from, to] = [today - 300, today - 1];
  const [denying, slowing] = [today - 40, today - 48];
  const lines = generateClaims({
    practice,
    seed,
    from,
    to,
    changes: [
      { kind: "denials", payer: "Aster Health Plan", group: "IMAGING", from: denying, rate: 0.34 },
      { kind: "slower", payer: "Borea Mutual", from: slowing, days: 10 },
    ],
  });
  const firstEnd = to - 7;
  return {
    name: "cedar",
    customer: "Cedar Family Practice",
    files: [
      { name: `claims_history_${isoOf(firstEnd)}.csv`, csv: exportClaims(lines, firstEnd) },
      { name: `claims_week_${isoOf(to)}.csv`, csv: exportClaims(lines, to, firstEnd) },
    ],
    truths: [
      { payer: "Aster Health Plan", group: "IMAGING", signal: "DENIAL_RATE", from: isoOf(denying), before: 0.1, after: 0.34 },
      { payer: "Borea Mutual", group: null, signal: "DECISION_TIME", from: isoOf(slowing), before: 0, after: 10 },
    ],
  };
};

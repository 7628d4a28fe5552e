import { exportClaims } from "../claim-csv.ts";
import { generateClaims } from "../generate-claims.ts";
import { inventPayers, usualMix } from "../practice.ts";
import { createRng } from "../rng.ts";
import type { BuildScenario } from "./scenario.ts";

const isoOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Over a year in which no payer changes anything. */
export const quiet: BuildScenario = (today) => {
  const seed = 5;
  const practice = {
    name: "Quiet Practice",
    payers: inventPayers(createRng(seed), 6),
    groupWeights: usualMix,
    facilities: ["Quiet Lane"],
    linesPerDay: 80,
  };
  const to = today - 1;
  const lines = generateClaims({ practice, seed, from: today - 400, to, changes: [] });
  return {
    name: "quiet",
    customer: "Quiet Practice",
    files: [{ name: `claims_year_${isoOf(to)}.csv`, csv: exportClaims(lines, to) }],
    truths: [],
  };
};

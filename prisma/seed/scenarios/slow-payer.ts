import { exportClaims } from "../claim-csv.ts";
import { generateClaims } from "../generate-claims.ts";
import { inventPayers, usualMix } from "../practice.ts";
import { createRng } from "../rng.ts";
import type { BuildScenario } from "./scenario.ts";

const isoOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Five payers over 260 days; in the last six weeks Borea decides twelve days later than before. */
export const slowPayer: BuildScenario = (today) => {
  const seed = 23;
  const practice = {
    name: "Slow payer",
    payers: inventPayers(createRng(seed), 5),
    groupWeights: usualMix,
    facilities: ["Main Street"],
    linesPerDay: 90,
  };
  const [from, to] = [today - 260, today - 1];
  const changed = today - 42;
  const lines = generateClaims({ practice, seed, from, to, changes: [{ kind: "slower", payer: "Borea Mutual", from: changed, days: 12 }] });
  return {
    name: "slow-payer",
    customer: "Slow Payer Practice",
    files: [{ name: `claims_${isoOf(to)}.csv`, csv: exportClaims(lines, to) }],
    truths: [{ payer: "Borea Mutual", group: null, signal: "DECISION_TIME", from: isoOf(changed), before: 0, after: 12 }],
  };
};

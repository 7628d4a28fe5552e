import { exportClaims } from "../claim-csv.ts";
import { generateClaims } from "../generate-claims.ts";
import { inventPayers, usualMix } from "../practice.ts";
import { createRng } from "../rng.ts";
import type { BuildScenario } from "./scenario.ts";

const isoOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Six payers over 260 days; in the last five weeks Dorrance denies 30 % instead of 9 %. About 25,000 lines. */
export const denialSpike: BuildScenario = (today) => {
  const seed = 11;
  const payers = inventPayers(createRng(seed), 6).map((payer) =>
    payer.name === "Dorrance Insurance Group" ? { ...payer, denialRate: 0.09, weight: 0.7 } : payer,
  );
  const practice = { name: "Denial spike", payers, groupWeights: usualMix, facilities: ["Main Street", "Harbor Road"], linesPerDay: 127 };
  const [from, to] = [today - 260, today - 1];
  const changed = today - 35;
  const lines = generateClaims({
    practice,
    seed,
    from,
    to,
    changes: [{ kind: "denials", payer: "Dorrance Insurance Group", from: changed, rate: 0.3 }],
  });
  return {
    name: "denial-spike",
    customer: "Denial Spike Practice",
    files: [{ name: `claims_${isoOf(to)}.csv`, csv: exportClaims(lines, to) }],
    truths: [{ payer: "Dorrance Insurance Group", group: null, signal: "DENIAL_RATE", from: isoOf(changed), before: 0.09, after: 0.3 }],
  };
};

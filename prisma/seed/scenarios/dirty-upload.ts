import { columns, rowOf, toCsv } from "../claim-csv.ts";
import { generateClaims } from "../generate-claims.ts";
import { inventPayers, usualMix } from "../practice.ts";
import { createRng } from "../rng.ts";
import type { BuildScenario } from "./scenario.ts";

const isoOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const at = (column: (typeof columns)[number]): number => columns.indexOf(column);

type Damage = (row: string[], today: number) => void;
const set =
  (column: (typeof columns)[number], value: string): Damage =>
  (row) => {
    row[at(column)] = value;
  };

/** What goes wrong in practice: each entry damages one row in its own way. */
const damages: readonly Damage[] = [
  set("Payer", ""),
  set("Payer", "PLACEHOLDER, MARY"),
  set("CPT", ""),
  set("CPT", "9921"),
  set("Submitted Date", "31/31/2026"),
  set("Outcome", ""),
  set("Outcome", "maybe"),
  set("Decided Date", "not yet"),
  set("Allowed Amount", "12.345"),
  set("Billed Amount", "-40.00"),
  set("Denial Reason Code", "??"),
  set("Claim ID", "1.67683E+15"),
  (row, today) => {
    row[at("Decided Date")] = isoOf(today + 30);
    row[at("Outcome")] = "PAID";
  },
  (row) => {
    row[at("Decided Date")] = "2019-01-02";
    row[at("Submitted Date")] = "2019-01-05";
    row[at("Outcome")] = "PAID";
  },
];

/** A practice whose export needs care: one row in forty is damaged, some rows come twice. */
export const dirtyUpload: BuildScenario = (today) => {
  const seed = 31;
  const rng = createRng(seed + 1);
  const practice = {
    name: "Lakeside Therapy",
    payers: inventPayers(createRng(seed), 4),
    groupWeights: { ...usualMix, THERAPY: 0.7 },
    facilities: ["Lakeside"],
    linesPerDay: 40,
  };
  const to = today - 1;
  const lines = generateClaims({ practice, seed, from: today - 260, to, changes: [] });
  const rows: string[][] = [];
  lines.forEach((line, index) => {
    const row = rowOf(line, to);
    if (index % 40 === 7) damages[Math.floor(index / 40) % damages.length]!(row, today);
    rows.push(row);
    if (rng.chance(0.004)) rows.push([...row]);
  });
  return {
    name: "dirty-upload",
    customer: "Lakeside Therapy",
    files: [
      {
        name: `export ${isoOf(to)} (final).csv`,
        csv: toCsv(
          [...columns, "Internal note"],
          rows.map((row) => [...row, "checked"]),
        ),
      },
    ],
    truths: [],
  };
};

import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { columns, rowOf, toCsv } from "../../../prisma/seed/claim-csv.ts";
import { generateClaims } from "../../../prisma/seed/generate-claims.ts";
import type { Line } from "../../../prisma/seed/generate-claims.ts";
import { inventPayers, usualMix } from "../../../prisma/seed/practice.ts";
import type { Practice } from "../../../prisma/seed/practice.ts";
import { createRng } from "../../../prisma/seed/rng.ts";
import type { Rng } from "../../../prisma/seed/rng.ts";

export type ClaimFilePlan = {
  path: string;
  rows: number;
  seed: number;
  /** Begins every claim number, so that two files share no claim. */
  prefix: string;
  /** First and last day of submission, as days since 1970-01-01. */
  from: number;
  to: number;
};

const regions = ["North", "South", "East", "West", "Central"];
const faultEvery = 100;
const daysPerSlice = 28;
const mostPatients = 20_000;
/** Weekend days bring few lines; a day's usual load times this is the average. */
const averageLoad = 0.74;

const at = (column: (typeof columns)[number]) => columns.indexOf(column);
const claimId = at("Claim ID");
const submitted = at("Submitted Date");
const decided = at("Decided Date");
const blanked = [at("Payer"), at("CPT"), submitted, at("Outcome")];

/** Forty payers of falling size (Zipf), six groups of codes, four places. */
function benchPractice(seed: number, linesPerDay: number): Practice {
  const families = inventPayers(createRng(seed), 8);
  const payers = regions
    .flatMap((region) => families.map((payer) => ({ ...payer, name: `${payer.name} ${region}` })))
    .map((payer, rank) => ({ ...payer, weight: 1 / (rank + 1) }));
  return { name: "Bench", payers, groupWeights: usualMix, facilities: ["First Street", "Second Street", "Hill", "Harbour"], linesPerDay };
}

/** One row in a hundred is broken, each in one of five ways. */
function breakRow(cells: string[], number: number): void {
  const kind = Math.floor(number / faultEvery) % (blanked.length + 1);
  const blank = blanked[kind];
  if (blank !== undefined) cells[blank] = "";
  else if (cells[decided] !== "") cells[decided] = "2001-01-01";
  else cells[submitted] = "";
}

function cellsOf(line: Line, plan: ClaimFilePlan, place: { number: number; rng: Rng }): string[] {
  const person = place.rng.between(1, Math.min(mostPatients, Math.ceil(plan.rows / 6)));
  const cells = rowOf({ ...line, person }, plan.to);
  cells[claimId] = `${plan.prefix}${String(place.number).padStart(8, "0")}`;
  if (place.number % faultEvery === 0) breakRow(cells, place.number);
  return cells;
}

/** `count` of the lines, spread evenly over them. */
function thin(lines: readonly Line[], count: number): Line[] {
  const kept = (index: number) => Math.floor((index * count) / lines.length);
  return lines.filter((_, index) => kept(index + 1) > kept(index));
}

function* slices(plan: ClaimFilePlan): Generator<Line[]> {
  const days = plan.to - plan.from + 1;
  const practice = benchPractice(plan.seed, (plan.rows / days / averageLoad) * 1.15);
  let written = 0;
  for (let from = plan.from; from <= plan.to; from += daysPerSlice) {
    const to = Math.min(plan.to, from + daysPerSlice - 1);
    const due = Math.round((plan.rows * (to - plan.from + 1)) / days) - written;
    const lines = generateClaims({ practice, changes: [], seed: plan.seed + from, from, to });
    written += Math.min(due, lines.length);
    yield lines.length > due ? thin(lines, due) : lines;
  }
}

/** Writes a practice's claims of the days `from` to `to` as a CSV file of about `rows` rows; answers with their number. */
export async function writeClaimFile(plan: ClaimFilePlan): Promise<number> {
  const rng = createRng(plan.seed + 1);
  const out = createWriteStream(plan.path);
  let number = 0;
  out.write(`${columns.join(",")}\r\n`);
  for (const lines of slices(plan)) {
    const rows = lines.map((line) => cellsOf(line, plan, { number: ++number, rng }));
    const [first, ...rest] = rows;
    if (first && !out.write(toCsv(first, rest))) await once(out, "drain");
  }
  out.end();
  await finished(out);
  return number;
}

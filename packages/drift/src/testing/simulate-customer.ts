import type { CellRows, DecisionRow, SubmissionRow } from "../look/build-cells.ts";
import { seededRandom, type Random } from "./seeded-random.ts";

/** A customer as the statistics see it: the shape of section 11.3 of the method, without its rarer nuisances. */
export type Scenario = {
  seed: number;
  /** History loaded at once in one file, with the undecided lines in it or not; or weekly files with pending lines. */
  feed: "file" | "file-without-pending" | "weekly";
  days: number;
  claimsPerDay: number;
  payers?: number;
  weeklyRemitters?: boolean;
  denialRate?: number;
  /** Share of lines turned into denials among those decided from that day on. */
  jump?: { payer: number; from: number; add: number };
  /** Days added to the delay of lines due from that day on. */
  slow?: { payer: number; from: number; days: number };
};

/** Monday 20 May 2024. */
export const firstDay = 19_863;
const groups = ["DME", "IMAGING", "LAB", "OFFICE", "SURGERY", "THERAPY"];
const groupWeights = [0.08, 0.15, 0.17, 0.36, 0.07, 0.17];
const dayWeights = [1.3, 1.1, 1, 0.95, 0.85, 0.05, 0.02];
const reasons = ["16", "197", "50", "96", "97"];

export function payerName(index: number): string {
  return `payer-${index}`;
}

type Payer = { weight: number; logit: number; floor: number; mean: number; weekday: number | null; groupLogit: number[] };

function makePayer(random: Random, index: number, { denialRate = 0.1, weeklyRemitters = true }: Scenario): Payer {
  return {
    weight: (index + 1) ** -0.5,
    logit: Math.log(denialRate / (1 - denialRate)) + 0.2 * random.normal(),
    floor: [3, 7, 13][random.pick([0.5, 0.3, 0.2])] ?? 3,
    mean: 6 + 8 * random.uniform(),
    weekday: weeklyRemitters && random.uniform() < 0.25 ? Math.floor(random.uniform() * 5) : null,
    groupLogit: groups.map(() => 0.3 * random.normal()),
  };
}

function businessDay(day: number, weekday: number | null): number {
  let at = day;
  while (weekday === null ? (at - firstDay) % 7 > 4 : (at - firstDay) % 7 !== weekday) at += 1;
  return at;
}

type Line = { payer: number; group: number; code: number; submitted: number; decided: number; isDenied: boolean };

function makeLine(random: Random, scenario: Scenario, payers: readonly Payer[], submitted: number, wander: number[][]): Line {
  const payer = random.pick(payers.map(({ weight }) => weight));
  const group = random.pick(groupWeights);
  const code = Math.floor(random.uniform() * 5);
  const traits = payers[payer] as Payer;
  const logit = traits.logit + (traits.groupLogit[group] ?? 0) + 0.15 * (code - 2) + (wander[payer]?.[group] ?? 0);
  const p = 1 / (1 + Math.exp(-logit));
  let isDenied = random.uniform() < p;
  const fast = isDenied && random.uniform() < 0.6;
  let lag = Math.ceil(traits.floor + random.gamma(2, traits.mean / 2));
  if (isDenied) lag = Math.ceil(fast ? 1 + random.gamma(2, 3.5) : 10 + random.gamma(3, 10));
  const { slow, jump } = scenario;
  if (slow !== undefined && slow.payer === payer && submitted + lag >= firstDay + slow.from) lag += slow.days;
  const decided = random.uniform() < 0.012 ? Infinity : businessDay(submitted + lag, traits.weekday);
  if (jump !== undefined && jump.payer === payer && decided >= firstDay + jump.from && !isDenied)
    isDenied = random.uniform() < jump.add / (1 - p);
  return { payer, group, code, submitted, decided, isDenied };
}

function makeLines(scenario: Scenario): Line[] {
  const random = seededRandom(scenario.seed);
  const payers = Array.from({ length: scenario.payers ?? 6 }, (_, index) => makePayer(random, index, scenario));
  const wander = payers.map(() => groups.map(() => 0.08 * random.normal()));
  const lines: Line[] = [];
  for (let day = 0; day < scenario.days; day++) {
    for (const row of wander)
      row.forEach((value, g) => (row[g] = value * Math.exp(-1 / 60) + 0.08 * Math.sqrt(1 - Math.exp(-2 / 60)) * random.normal()));
    const count = random.poisson((scenario.claimsPerDay * 7 * (dayWeights[day % 7] ?? 0)) / 5.27);
    for (let i = 0; i < count; i++) lines.push(makeLine(random, scenario, payers, firstDay + day, wander));
  }
  return lines;
}

function add<R extends { n: number; allowedCents?: number }>(into: Map<string, R>, key: string, row: R): void {
  const known = into.get(key);
  if (known === undefined) into.set(key, row);
  else {
    known.n += row.n;
    if (known.allowedCents !== undefined) known.allowedCents += row.allowedCents ?? 0;
  }
}

/** Rollup rows of the customer on the last simulated day. */
export function simulateCustomer(scenario: Scenario): CellRows {
  const end = firstDay + scenario.days;
  const submissions = new Map<string, SubmissionRow>();
  const decisions = new Map<string, DecisionRow>();
  const uploads = new Map<string, { id: string; receivedOn: number }>();
  for (const { payer, group, code, submitted, decided, isDenied } of makeLines(scenario)) {
    if (scenario.feed === "file-without-pending" && decided >= end) continue;
    const stratum = { payerId: payerName(payer), cptGroup: groups[group] ?? "", cpt: `${group}${code}` };
    add(submissions, `${payer}/${group}/${code}/${submitted}`, { ...stratum, submittedOn: submitted, n: 1 });
    const receivedOn = scenario.feed === "weekly" ? end - 7 * Math.floor((end - 1 - decided) / 7) : end;
    if (decided >= end) continue;
    const uploadId = `upload-${receivedOn}`;
    uploads.set(uploadId, { id: uploadId, receivedOn });
    const reason = isDenied ? (reasons[(payer + code + submitted) % reasons.length] ?? null) : null;
    const outcome = isDenied ? "DENIED" : "PAID";
    const age = decided - submitted;
    const allowedCents = isDenied ? 0 : 5000 + 4000 * group + 500 * code;
    const key = [payer, group, code, decided, age, outcome, reason, uploadId].join("/");
    add(decisions, key, { ...stratum, decidedOn: decided, age, outcome, reason, uploadId, n: 1, allowedCents });
  }
  return { submissions: [...submissions.values()], decisions: [...decisions.values()], uploads: [...uploads.values()] };
}

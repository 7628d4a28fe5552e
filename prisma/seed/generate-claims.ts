import { authorizationShare, codes } from "./practice.ts";
import type { Group, Payer, Practice } from "./practice.ts";
import { createRng } from "./rng.ts";
import type { Rng } from "./rng.ts";

/** A change that a payer makes, planted on purpose; days are day numbers since 1970-01-01. */
export type Change =
  | { kind: "denials"; payer: string; group?: Group; from: number; rate: number }
  | { kind: "slower"; payer: string; from: number; days: number };

/** One claim line with everything that will ever happen to it. */
export type Line = {
  claimId: string;
  payer: string;
  group: Group;
  cpt: string;
  units: number;
  submitted: number;
  service: number;
  /** Day of the decision; null when it never comes. */
  decided: number | null;
  isDenied: boolean;
  reason: string | null;
  paidOn: number | null;
  billedCents: number;
  allowedCents: number;
  paidCents: number;
  facility: string;
  needsAuthorization: boolean;
  person: number;
};

const reasons = ["CO-16", "CO-197", "CO-50", "CO-96", "CO-97", "CO-29", "CO-27", "OA-18"];
const reasonWeights = [5, 3, 2.5, 2.5, 2, 1, 1.2, 0.5];
const weekday = (day: number) => (((day + 3) % 7) + 7) % 7;
const weekdayLoad = [1.3, 1.1, 1.0, 0.95, 0.85, 0.05, 0.02];

function nextWeekday(day: number): number {
  const at = weekday(day);
  return at < 5 ? day : day + (7 - at);
}

function decisionDay(rng: Rng, payer: Payer, line: { submitted: number; isDenied: boolean }, changes: readonly Change[]): number {
  const fast = rng.chance(0.6) ? 1 + rng.gamma(2, 3.5) : 10 + rng.gamma(3, 10);
  const lag = line.isDenied ? fast : payer.floorDays + rng.gamma(2, payer.meanDays / 2);
  const due = nextWeekday(line.submitted + Math.ceil(lag));
  const slowed = changes.filter((change) => change.kind === "slower" && change.payer === payer.name && due >= change.from);
  return nextWeekday(slowed.reduce((day, change) => day + (change.kind === "slower" ? change.days : 0), due));
}

/** The line is denied by the rate in force on the day when it is decided, so its decision day is drawn for both outcomes. */
function decide(
  rng: Rng,
  payer: Payer,
  at: { submitted: number; group: Group },
  changes: readonly Change[],
): { isDenied: boolean; decided: number } {
  const draw = rng.next();
  const paidDay = decisionDay(rng, payer, { submitted: at.submitted, isDenied: false }, changes);
  const deniedDay = decisionDay(rng, payer, { submitted: at.submitted, isDenied: true }, changes);
  const planted = changes.find(
    (change) =>
      change.kind === "denials" &&
      change.payer === payer.name &&
      (change.group === undefined || change.group === at.group) &&
      paidDay >= change.from,
  );
  const rate = planted?.kind === "denials" ? planted.rate : payer.denialRate;
  if (draw >= rate) return { isDenied: false, decided: paidDay };
  return { isDenied: true, decided: draw < payer.denialRate ? deniedDay : paidDay };
}

type Place = { practice: Practice; changes: readonly Change[]; number: number };

function createLine(rng: Rng, submitted: number, { practice, changes, number }: Place): Line {
  const payer = rng.pick(
    practice.payers,
    practice.payers.map((each) => each.weight),
  );
  const groups = Object.keys(practice.groupWeights) as Group[];
  const group = rng.pick(
    groups,
    groups.map((each) => practice.groupWeights[each]),
  );
  const [cpt, fee] = rng.pick(codes[group]);
  const units = rng.chance(0.06) ? 2 : 1;
  const { isDenied, decided } = decide(rng, payer, { submitted, group }, changes);
  const allowedCents = Math.round(fee * payer.price * 100) * units;
  const paidCents = isDenied ? 0 : Math.round(allowedCents * (0.75 + 0.2 * rng.next()));
  return {
    claimId: `C${String(number).padStart(7, "0")}`,
    payer: payer.name,
    group,
    cpt,
    units,
    submitted,
    service: submitted - rng.between(1, 6),
    decided: rng.chance(0.01) ? null : decided,
    isDenied,
    reason: isDenied ? rng.pick(reasons, reasonWeights) : null,
    paidOn: isDenied ? null : nextWeekday(decided + Math.ceil(rng.gamma(2, 1.6))),
    billedCents: Math.round(fee * 240) * units,
    allowedCents,
    paidCents,
    facility: rng.pick(practice.facilities),
    needsAuthorization: rng.chance(authorizationShare(group)),
    person: rng.between(1, 4_000),
  };
}

export type Plan = { practice: Practice; changes: readonly Change[]; seed: number; from: number; to: number };

/** Every claim line that a practice submits on the days `from` to `to`, in order. */
export function generateClaims(plan: Plan): Line[] {
  const rng = createRng(plan.seed);
  const lines: Line[] = [];
  for (let day = plan.from; day <= plan.to; day++) {
    const load = plan.practice.linesPerDay * weekdayLoad[weekday(day)]! * Math.exp(rng.normal(0, 0.1));
    const count = Math.floor(load) + (rng.chance(load % 1) ? 1 : 0);
    for (let each = 0; each < count; each++) {
      lines.push(createLine(rng, day, { practice: plan.practice, changes: plan.changes, number: lines.length + 1 }));
    }
  }
  return lines;
}

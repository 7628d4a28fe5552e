import type { Rng } from "./rng.ts";

export type Group = "OFFICE" | "IMAGING" | "LAB" | "SURGERY" | "THERAPY" | "DME";

/** Procedure codes of each group with a plain fee in dollars. Code numbers are facts; no descriptions are kept. */
export const codes: Record<Group, readonly (readonly [string, number])[]> = {
  OFFICE: [
    ["99213", 112],
    ["99214", 158],
    ["99203", 134],
    ["99204", 198],
    ["99212", 70],
  ],
  IMAGING: [
    ["73721", 312],
    ["72148", 288],
    ["71046", 48],
    ["70450", 196],
    ["76700", 142],
  ],
  LAB: [
    ["80053", 22],
    ["85025", 14],
    ["83036", 18],
    ["84443", 29],
    ["80061", 24],
  ],
  SURGERY: [
    ["29881", 1210],
    ["45380", 640],
    ["11042", 236],
    ["64483", 420],
    ["20610", 96],
  ],
  THERAPY: [
    ["97110", 62],
    ["97140", 54],
    ["97530", 68],
    ["97112", 60],
    ["97161", 108],
  ],
  DME: [
    ["E0601", 410],
    ["L1833", 362],
    ["A4253", 38],
    ["E0114", 58],
    ["L3908", 74],
  ],
};

const needsAuthorization: Record<Group, number> = { OFFICE: 0.02, IMAGING: 0.55, LAB: 0.02, SURGERY: 0.75, THERAPY: 0.35, DME: 0.45 };
export const authorizationShare = (group: Group): number => needsAuthorization[group];

/** How one payer behaves when nothing changes. */
export type Payer = {
  name: string;
  weight: number;
  /** Share of decided claims that are denied. */
  denialRate: number;
  /** Shortest and mean extra days to a paid decision. */
  floorDays: number;
  meanDays: number;
  /** Price level beside the plain fee. */
  price: number;
};

export type Practice = {
  name: string;
  payers: readonly Payer[];
  groupWeights: Record<Group, number>;
  facilities: readonly string[];
  /** Claim lines on an ordinary weekday. */
  linesPerDay: number;
};

const invented = [
  "Aster Health Plan",
  "Borea Mutual",
  "Calder Medicare Advantage",
  "Dorrance Insurance Group",
  "Elm River Health",
  "Fenwick Employers Trust",
  "Granby Life & Health",
  "Harrow Benefit Fund",
];

/** `count` invented payers of falling size, each with habits of its own. */
export function inventPayers(rng: Rng, count: number): Payer[] {
  return invented.slice(0, count).map((name, index) => ({
    name,
    weight: (index + 1) ** -0.6,
    denialRate: Math.min(0.16, Math.max(0.06, rng.normal(0.1, 0.02))),
    floorDays: rng.pick([3, 7, 10], [0.5, 0.3, 0.2]),
    meanDays: 6 + rng.next() * 6,
    price: Math.exp(rng.normal(0, 0.15)),
  }));
}

export const usualMix: Record<Group, number> = { OFFICE: 0.36, IMAGING: 0.15, LAB: 0.17, SURGERY: 0.07, THERAPY: 0.17, DME: 0.08 };

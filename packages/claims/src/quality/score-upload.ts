import type { TallyFacts } from "../uploads/tallies.ts";

export const grades = ["A", "B", "C", "D", "F"] as const;
export type Grade = (typeof grades)[number];

export type QualityScore = {
  completeness: number;
  validity: number;
  uniqueness: number;
  timeliness: number;
  consistency: number;
  score: number;
  grade: Grade;
};

const weights = { completeness: 0.25, validity: 0.35, uniqueness: 0.15, timeliness: 0.1, consistency: 0.15 } as const;
const floors: readonly (readonly [number, Grade])[] = [
  [0.95, "A"],
  [0.9, "B"],
  [0.8, "C"],
  [0.7, "D"],
];

const share = (part: number, whole: number) => (whole === 0 ? 0 : Math.min(1, Math.max(0, part / whole)));

/**
 * Scores a file, each part 0–1: completeness = filled / expected cells; validity = accepted / rows; uniqueness = 1 − copies within the file / rows;
 * timeliness = 1 − days beyond a week from the newest decision (else submission) to the day received, over 30; consistency = 1 − accepted rows whose
 * values contradict each other / accepted. The score weighs them 25, 35, 15, 10, 15 %; A from 0.95, B 0.90, C 0.80, D 0.70.
 */
export function scoreUpload(facts: TallyFacts, receivedDay: number): QualityScore {
  const newest = facts.lastDecided ?? facts.lastSubmitted;
  const late = newest === null ? 30 : Math.max(0, receivedDay - newest - 7);
  const parts = {
    completeness: share(facts.filledCells, facts.expectedCells),
    validity: share(facts.accepted, facts.rows),
    uniqueness: 1 - share(facts.copies, facts.rows),
    timeliness: 1 - share(late, 30),
    consistency: facts.accepted === 0 ? 0 : 1 - share(facts.inconsistent, facts.accepted),
  };
  const score = (Object.keys(weights) as (keyof typeof weights)[]).reduce((sum, part) => sum + weights[part] * parts[part], 0);
  const grade = floors.find(([floor]) => score >= floor - 1e-9)?.[1] ?? "F";
  return { ...parts, score: Math.min(1, score), grade };
}

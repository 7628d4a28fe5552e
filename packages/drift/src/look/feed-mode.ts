import type { DriftCells } from "./cells.ts";

/**
 * `submission`: lines are known when they are submitted, undecided ones included, or nothing is missing because all
 * is decided. `remittance`: lines appear when they are decided, so the latest submissions are not complete.
 */
export type FeedMode = "submission" | "remittance";

const recentDays = 56;
const matureDays = 70;
const longestAge = 180;

type DayCounts = { submitted: Float64Array; decided: Float64Array; ages: Float64Array; first: number };

function countDays(cells: DriftCells, watermark: number): DayCounts {
  const first = cells.historyStart;
  const size = Math.max(1, watermark - first);
  const counts = { submitted: new Float64Array(size), decided: new Float64Array(size), ages: new Float64Array(longestAge + 1), first };
  cells.submissions.day.forEach((day, i) => {
    const at = day - first;
    if (at < size) counts.submitted[at] = (counts.submitted[at] ?? 0) + (cells.submissions.n[i] ?? 0);
  });
  const { day, age, n } = cells.decisions;
  for (let i = 0; i < day.length; i++) {
    const at = (day[i] ?? 0) - (age[i] ?? 0) - first;
    if ((day[i] ?? 0) >= watermark || at < 0 || at >= size) continue;
    counts.decided[at] = (counts.decided[at] ?? 0) + (n[i] ?? 0);
    if (at >= size - matureDays) continue;
    const slot = Math.min(longestAge, Math.max(0, age[i] ?? 0));
    counts.ages[slot] = (counts.ages[slot] ?? 0) + (n[i] ?? 0);
  }
  return counts;
}

/** Whether the decisions of the last fortnight are under 60 % of the two months before it. */
function isWindingDown(cells: DriftCells, watermark: number): boolean {
  let recent = 0;
  let before = 0;
  cells.decisions.day.forEach((day, i) => {
    const n = cells.decisions.n[i] ?? 0;
    if (day >= watermark - 14 && day < watermark) recent += n;
    else if (day >= watermark - 14 - recentDays && day < watermark - 14) before += n;
  });
  return recent / 14 < 0.6 * (before / recentDays);
}

/**
 * Compares the undecided lines of the last eight weeks with those that the usual delays leave undecided. At least
 * half of them are there: a submission feed. None are, though decisions keep coming: remittances only.
 */
export function feedMode(cells: DriftCells, watermark: number): FeedMode {
  const { submitted, decided, ages } = countDays(cells, watermark);
  const total = ages.reduce((sum, n) => sum + n, 0);
  let passed = 0;
  const completed = ages.map((n) => (total > 0 ? (passed += n) / total : 1));
  let expected = 0;
  let undecided = 0;
  for (let back = 1; back <= Math.min(recentDays, submitted.length); back++) {
    const at = submitted.length - back;
    const share = completed[Math.min(longestAge, back - 1)] ?? 1;
    undecided += Math.max(0, (submitted[at] ?? 0) - (decided[at] ?? 0));
    if (share > 0.05) expected += ((decided[at] ?? 0) * (1 - share)) / share;
  }
  if (undecided >= 0.5 * expected) return "submission";
  return isWindingDown(cells, watermark) ? "submission" : "remittance";
}

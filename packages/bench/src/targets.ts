/** What a figure must hold (`floor`) and what it should reach (`goal`); ratios are product beside anchor. */
export type Target = {
  id: string;
  title: string;
  suite: SuiteName;
  /** What the product is measured beside; for `absolute` figures what the value is taken from. */
  anchor: string;
  better: "lower" | "higher";
  basis: "wall" | "cpu" | "rate" | "rss";
  /** `absolute` figures are judged by their own value in `unit`, all others by the ratio to the anchor. */
  judged: "ratio" | "absolute";
  unit: string;
  floor: number;
  goal: number;
};

export const suiteNames = ["ingest", "drift", "api"] as const;
export type SuiteName = (typeof suiteNames)[number];

export const targets: readonly Target[] = [
  {
    id: "I1",
    title: "Ingest with dedupe",
    suite: "ingest",
    anchor: "bare COPY of the accepted rows into the same table",
    better: "higher",
    basis: "rate",
    judged: "ratio",
    unit: "rows/s",
    floor: 0.5,
    goal: 0.7,
  },
  {
    id: "I5",
    title: "Memory growth of an ingest",
    suite: "ingest",
    anchor: "the same process before the file",
    better: "lower",
    basis: "rss",
    judged: "absolute",
    unit: "MiB",
    floor: 200,
    goal: 80,
  },
  {
    id: "D5",
    title: "Whole drift run",
    suite: "drift",
    anchor: "index-only counts of one signal over the same claims",
    better: "lower",
    basis: "wall",
    judged: "ratio",
    unit: "ms",
    floor: 12,
    goal: 3,
  },
  {
    id: "A1",
    title: "Claims list, CPU a request",
    suite: "api",
    anchor: "bare node:http + pg, same SQL and JSON",
    better: "lower",
    basis: "cpu",
    judged: "ratio",
    unit: "ms",
    floor: 6,
    goal: 2,
  },
];

/** D5's bars fall with the number of claims, since the anchor grows with it and the run should not. */
export const driftBars = { manyClaims: 5_000_000, floor: 6, goal: 1.5 } as const;

export function targetOf(id: string): Target {
  const target = targets.find((each) => each.id === id);
  if (!target) throw new Error(`There is no figure ${id}; there are ${targets.map((each) => each.id).join(", ")}`);
  return target;
}

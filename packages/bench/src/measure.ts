import { cpus } from "node:os";
import type { BenchRun, Figure, Measured } from "./figure.ts";
import { barsOf, judge } from "./judge.ts";
import type { Baseline } from "./judge.ts";
import { keyOf } from "./result.ts";
import type { FigureResult } from "./result.ts";
import { targetOf } from "./targets.ts";

function toResult(id: string, measured: Measured, baselines: Record<string, Baseline>): FigureResult {
  const target = targetOf(id);
  const { params, product, anchor, ratio, details, equality, loadAvg, note } = measured;
  const { floor, goal } = barsOf(target, params.rows);
  const baseline = baselines[keyOf({ id, params })];
  const { title, better, basis, judged, unit } = target;
  return {
    id,
    title,
    better,
    basis,
    judged,
    unit,
    params,
    product,
    anchor: { ...anchor, name: target.anchor },
    ratio,
    details,
    floor,
    goal,
    baseline: baseline?.median ?? null,
    verdict: judge(target, measured, { cores: cpus().length, baseline }),
    loadAvg,
    equality,
    note,
  };
}

export type Outcome = { figures: FigureResult[]; failures: { id: string; reason: string }[] };

/** Measures figures one after another; one that cannot be measured is named and stops no other. */
export async function measureFigures(chosen: readonly Figure[], bench: BenchRun, baselines: Record<string, Baseline>): Promise<Outcome> {
  const outcome: Outcome = { figures: [], failures: [] };
  for (const figure of chosen) {
    bench.say(`${figure.id} ${targetOf(figure.id).title}`);
    try {
      const measured = await figure.run(bench);
      outcome.figures.push(...measured.map((each) => toResult(figure.id, each, baselines)));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      bench.say(`  could not be measured: ${reason}`);
      outcome.failures.push({ id: figure.id, reason });
    }
  }
  return outcome;
}

/** 0 when everything holds or nothing is gated, 1 when a figure fails or differs, 2 when one could not be judged. */
export function exitCodeOf({ figures, failures }: Outcome, gate: boolean): 0 | 1 | 2 {
  if (figures.some(({ equality }) => equality.some(({ ok }) => !ok))) return 1;
  if (gate && figures.some(({ verdict }) => verdict === "fail" || verdict === "regressed")) return 1;
  if (failures.length > 0) return 2;
  return gate && figures.some(({ verdict }) => verdict === "unjudged") ? 2 : 0;
}

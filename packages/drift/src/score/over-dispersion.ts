/** Deviations and their variances, one row a unit (payer or group), one column a chunk of 14 days of its own baseline. */
export type Chunked = { deviation: readonly ArrayLike<number>[]; information: readonly ArrayLike<number>[] };

const priorStrength = 60;

type Moments = { squares: number; freedom: number; information: number };

function unitMoments(deviation: ArrayLike<number>, information: ArrayLike<number>): Moments | undefined {
  let cells = 0;
  let squares = 0;
  let sum = 0;
  for (let chunk = 0; chunk < information.length; chunk++) {
    const info = information[chunk] ?? 0;
    if (info < 2) continue;
    const z = Math.min(3, Math.max(-3, (deviation[chunk] ?? 0) / Math.sqrt(info)));
    cells += 1;
    squares += z * z;
    sum += info;
  }
  return cells < 3 ? undefined : { squares, freedom: cells - 1, information: sum };
}

/** What units of one level do beyond chance between chunks of 14 days, drawn towards `prior` while the data are few. */
export function tau2Level({ deviation, information }: Chunked, prior: number): number {
  let squares = 0;
  let freedom = 0;
  let info = 0;
  for (let unit = 0; unit < deviation.length; unit++) {
    const row = information[unit] ?? [];
    const moments = unitMoments(deviation[unit] ?? [], row);
    if (moments === undefined) continue;
    squares += moments.squares;
    freedom += moments.freedom;
    info += moments.information * (1 - 1 / row.length);
  }
  if (freedom < 10) return prior;
  const raw = (squares - freedom) / info;
  const clamped = Math.min(0.25, Math.max(0.0004, raw));
  return (freedom * clamped + priorStrength * prior) / (freedom + priorStrength);
}

/** Over-dispersion of a window of `days` compared with a baseline of `baseDays`. */
export function windowT2(tau2: number, days: number, baseDays: number): number {
  return tau2 * (14 / Math.max(days, 14) + 14 / baseDays);
}

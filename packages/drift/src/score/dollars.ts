import { z975 } from "./special-functions.ts";

/** A monthly amount with its 95 % interval. */
export type Dollars = { point: number; lo: number; hi: number };
/** Effect with interval, lines a month, amount a line with its standard error, and the share recovered later. */
export type ImpactInput = { diff: number; lo: number; hi: number; perMonth: number; amount: number; amountSe: number; recovery: number };

/** Money a month behind a change of rate; both uncertainties are joined on each side. */
export function impactMonth({ diff, lo, hi, perMonth, amount, amountSe, recovery }: ImpactInput): Dollars {
  const kept = 1 - recovery;
  const point = diff * perMonth * amount * kept;
  const price = perMonth * diff * z975 * amountSe * kept;
  const side = (half: number) => Math.hypot(perMonth * amount * half * kept, price);
  return { point, lo: point - side(diff - lo), hi: point + side(hi - diff) };
}

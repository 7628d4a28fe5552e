import { loadavg } from "node:os";

export type Rounds = { product: number[]; anchor: number[]; loadAvg: number[] };

/** One unmeasured round of both sides was run before; then A B, B A, … so that drift of the machine falls on both. */
export async function interleave(rounds: number, product: () => Promise<number>, anchor: () => Promise<number>): Promise<Rounds> {
  const taken: Rounds = { product: [], anchor: [], loadAvg: [] };
  for (let round = 0; round < rounds; round += 1) {
    const isProductFirst = round % 2 === 0;
    if (isProductFirst) taken.product.push(await product());
    taken.anchor.push(await anchor());
    if (!isProductFirst) taken.product.push(await product());
    taken.loadAvg.push(loadavg()[0] ?? 0);
  }
  return taken;
}

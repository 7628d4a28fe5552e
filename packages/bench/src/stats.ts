/** Summary of repeated measurements; `samples` in the order in which they were taken. */
export type Stat = { median: number; min: number; max: number; n: number; samples: number[] };

export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error("Nothing was measured");
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

export function statOf(samples: readonly number[]): Stat {
  return { median: median(samples), min: Math.min(...samples), max: Math.max(...samples), n: samples.length, samples: [...samples] };
}

/** Ratios of samples that were taken in the same round: product / anchor, round by round. */
export function pairedRatio(product: readonly number[], anchor: readonly number[]): Stat {
  if (product.length !== anchor.length)
    throw new Error(`${product.length} rounds of the product stand beside ${anchor.length} of the anchor`);
  return statOf(product.map((value, round) => value / (anchor[round] as number)));
}

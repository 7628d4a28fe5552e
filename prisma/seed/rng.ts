/** A seeded source of random numbers: same seed, same numbers, on every machine. */
export type Rng = {
  /** Uniform in [0, 1). */
  next(): number;
  /** Whole number in [low, high]. */
  between(low: number, high: number): number;
  pick<T>(items: readonly T[], weights?: readonly number[]): T;
  chance(probability: number): boolean;
  normal(mean: number, sd: number): number;
  /** Gamma with whole-number shape: a sum of exponentials. */
  gamma(shape: number, scale: number): number;
};

function mixed(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let word = state;
    word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return (word ^ (word >>> 15)) >>> 0;
  };
}

/** xoshiro128** (Blackman & Vigna 2018), seeded through splitmix32. */
export function createRng(seed: number): Rng {
  const fill = mixed(seed);
  const s = new Uint32Array([fill(), fill(), fill(), fill()]);
  const rotl = (word: number, by: number) => ((word << by) | (word >>> (32 - by))) >>> 0;
  const word = () => {
    const result = Math.imul(rotl(Math.imul(s[1]!, 5), 7), 9) >>> 0;
    const shifted = (s[1]! << 9) >>> 0;
    s[2]! ^= s[0]!;
    s[3]! ^= s[1]!;
    s[1]! ^= s[2]!;
    s[0]! ^= s[3]!;
    s[2]! ^= shifted;
    s[3] = rotl(s[3]!, 11);
    return result;
  };
  const next = () => word() / 4_294_967_296;
  const exponential = () => -Math.log(1 - next());
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    normal: (mean, sd) => mean + sd * Math.sqrt(2 * exponential()) * Math.cos(2 * Math.PI * next()),
    gamma: (shape, scale) => scale * Array.from({ length: shape }, exponential).reduce((sum, value) => sum + value, 0),
    pick: <T>(items: readonly T[], weights?: readonly number[]): T => {
      const total = weights ? weights.reduce((sum, weight) => sum + weight, 0) : items.length;
      let left = next() * total;
      for (let index = 0; index < items.length; index++) {
        left -= weights?.[index] ?? 1;
        if (left < 0) return items[index]!;
      }
      return items[items.length - 1]!;
    },
  };
}

export type Random = {
  uniform(): number;
  normal(): number;
  gamma(shape: number, scale: number): number;
  poisson(mean: number): number;
  pick(weights: readonly number[]): number;
};

/** A seeded generator (mulberry32) with the draws that the simulator needs. */
export function seededRandom(seed: number): Random {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4_294_967_296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const gamma = (shape: number, scale: number) => {
    let sum = 0;
    for (let i = 0; i < shape; i++) sum -= Math.log(uniform());
    return sum * scale;
  };
  const poisson = (mean: number) => {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = uniform(); product > limit; product *= uniform()) count += 1;
    return count;
  };
  const pick = (weights: readonly number[]) => {
    let left = uniform() * weights.reduce((sum, weight) => sum + weight, 0);
    return Math.max(
      0,
      weights.findIndex((weight) => (left -= weight) < 0),
    );
  };
  return { uniform, normal, gamma, poisson, pick };
}

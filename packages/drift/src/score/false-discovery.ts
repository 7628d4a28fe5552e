/** q values in input order (Benjamini & Hochberg 1995). */
export function benjaminiHochberg(p: readonly number[]): number[] {
  const order = p.map((_, index) => index).sort((a, b) => (p[b] ?? 0) - (p[a] ?? 0));
  const q = new Array<number>(p.length);
  let smallest = 1;
  order.forEach((index, rank) => {
    smallest = Math.min(smallest, ((p[index] ?? 0) * p.length) / (p.length - rank));
    q[index] = smallest;
  });
  return q;
}

/** One tenth of a pixel is enough; shorter paths make smaller pages. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** `M x y L x y …` through the points. */
export function linePath(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");
}

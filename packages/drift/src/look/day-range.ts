/** First position in [from, to) whose day is at least `day`; `to` if there is none. Days rise in that range. */
export function firstFrom(days: Int32Array, from: number, to: number, day: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

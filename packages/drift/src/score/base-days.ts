/** Length of the baseline in days: all history but its first 35 days, in whole fortnights, from 84 to 224. */
export function baseDays(watermark: number, historyStart: number): number {
  return Math.min(224, Math.max(84, 14 * Math.floor((watermark - 119 - historyStart) / 14)));
}

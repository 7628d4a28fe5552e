import { baseDays } from "./score/base-days.ts";

/** Nested windows that are searched, in days before the watermark. */
export const scanWindows = [14, 28, 56, 84] as const;
/** Every window with a test: the scanned ones and the two that only the second stage asks for. */
export const allWindows = [7, 14, 21, 28, 56, 84] as const;
/** Days of decisions that a look needs: the shortest baseline and the longest window. */
export const neededDays = 168;
/** Weeks that the longest window holds. */
export const windowWeeks = 12;
/** Length in days of the chunks from which over-dispersion is learnt. */
export const chunkDays = 14;

/** Baseline days [from, to) of a look. */
export type Baseline = { from: number; to: number };

/** The rolling baseline of a look at `watermark`, for a customer whose first submission is of `historyStart`. */
export function rollingBaseline(watermark: number, historyStart: number): Baseline {
  const to = watermark - 84;
  return { from: to - baseDays(watermark, historyStart), to };
}

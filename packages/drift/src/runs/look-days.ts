import type { DriftCells } from "../look/cells.ts";
import { neededDays } from "../windows.ts";

const lookDays = 7;

/** Watermarks of a run, ascending: weekly ones since the last stage step that have enough history, and the newest. */
export function lookDaysOf(cells: DriftCells, watermark: number, stageOn: number | null): number[] {
  const earliest = Math.max(cells.firstDecision + neededDays, stageOn === null ? -Infinity : stageOn + lookDays);
  const days = [watermark];
  for (let day = watermark - lookDays; day >= earliest; day -= lookDays) days.unshift(day);
  return days;
}

/** Days of decisions that lie before the watermark; a look needs 168. */
export function historyDays(cells: DriftCells, watermark: number): number {
  return Math.max(0, watermark - cells.firstDecision);
}

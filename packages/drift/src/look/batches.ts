import type { DriftCells } from "./cells.ts";

/**
 * The batch of every decision: its upload, and for uploads that load history each week of decided days as well,
 * counted back from the watermark. Batches are numbered in the order in which they became known.
 */
export type Batches = { of: Int32Array; count: number; upload: Int32Array };

type Draft = { upload: number; known: number; day: number; slot: number };

export function batchesOf(cells: DriftCells, watermark: number): Batches {
  const { day, upload, known } = cells.decisions;
  const slots = new Map<number, number>();
  const drafts: Draft[] = [];
  const of = new Int32Array(day.length);
  const weeks = 1 + Math.ceil((Math.abs(watermark) + Math.abs(cells.firstDecision)) / 7);
  for (let i = 0; i < day.length; i++) {
    const from = upload[i] ?? 0;
    const week = cells.uploads[from]?.isSliced === true ? Math.floor(((day[i] ?? 0) - watermark) / 7) + weeks : 0;
    const key = from * 4 * weeks + week;
    let slot = slots.get(key);
    if (slot === undefined) {
      slot = drafts.length;
      slots.set(key, slot);
      drafts.push({ upload: from, known: known[i] ?? 0, day: day[i] ?? 0, slot });
    }
    const draft = drafts[slot];
    if (draft !== undefined) {
      draft.known = Math.min(draft.known, known[i] ?? 0);
      draft.day = Math.min(draft.day, day[i] ?? 0);
    }
    of[i] = slot;
  }
  drafts.sort((a, b) => a.known - b.known || a.day - b.day || a.upload - b.upload);
  const rank = new Int32Array(drafts.length);
  drafts.forEach((draft, position) => (rank[draft.slot] = position));
  for (let i = 0; i < of.length; i++) of[i] = rank[of[i] ?? 0] ?? 0;
  return { of, count: drafts.length, upload: Int32Array.from(drafts, (draft) => draft.upload) };
}

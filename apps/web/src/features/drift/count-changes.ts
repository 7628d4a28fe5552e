import type { DriftEventDto, SegmentDto } from "@upstream/drift/schemas";
import type { DriftCounts } from "./drift-sentence.ts";
import { segmentHeat } from "./to-heat-rows.ts";

/** Counts open changes of pairs and of whole payers, and the cells the map marks without one. */
export function countChanges(segments: readonly SegmentDto[], open: readonly DriftEventDto[], unit: "rate" | "days"): DriftCounts {
  const sides = (events: readonly DriftEventDto[]) => ({
    worse: events.filter((event) => event.isHarm).length,
    better: events.filter((event) => !event.isHarm).length,
  });
  return {
    pairs: sides(open.filter((event) => event.cptGroup !== null)),
    payers: sides(open.filter((event) => event.cptGroup === null)),
    unconfirmed: segments.filter((segment) => segment.driftEventId === null && segmentHeat(segment, unit) !== null).length,
  };
}

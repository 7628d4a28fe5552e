import type { DriftEventDetailDto, DriftEventDto, SegmentMapDto } from "@upstream/drift/schemas";
import { addDaysTo, dayInZone } from "../../ui/format/format-date.ts";
import { signalName } from "../../ui/text/signal-name.ts";
import { countChanges } from "./count-changes.ts";
import { driftSentence } from "./drift-sentence.ts";
import type { DriftParams } from "./search-params.ts";
import { toCellView } from "./to-cell-view.ts";
import { allGroups, heatGroups, heatRows, pairKey, type PairMarks } from "./to-heat-rows.ts";
import { movementScale, toMovement } from "./to-movement.ts";
import type { DriftView } from "./view-model.ts";

export type DriftScene = { base: string; zone: string; now: string };

type DriftAnswers = {
  map: SegmentMapDto;
  events: readonly DriftEventDto[];
  /** The drift event of the chosen cell. */
  event: DriftEventDetailDto | null;
  /** Open alerts by pair, with their addresses. */
  alerts: ReadonlyMap<string, string>;
  quiet: ReadonlySet<string>;
};

/** The explorer from the answers of the API and what the address says. */
export function toDriftView({ map, events, event, alerts, quiet }: DriftAnswers, params: DriftParams, scene: DriftScene): DriftView {
  const today = dayInZone(scene.now, scene.zone);
  const movements = events.map((each) => toMovement(each, scene.base, today));
  const open = events.filter((each) => each.state !== "recovered");
  const groups = heatGroups(map.segments);
  const marks: PairMarks = new Map([
    ...[...quiet].map((key) => [key, "quiet"] as const),
    ...[...alerts.keys()].map((key) => [key, "alert"] as const),
  ]);
  const segments = withEvents(map.segments, open);
  const chosen = chosenSegment({ ...map, segments }, params);
  return {
    sentence: driftSentence(map, countChanges(segments, open, map.unit)),
    signal: map.signal,
    signals: map.openBySignal.map((each) => ({ id: each.signal, name: signalName(each.signal), count: each.open })),
    asOf: map.run?.watermark == null ? null : addDaysTo(map.run.watermark, -1),
    unitName: map.unit === "days" ? "Days" : "Points",
    groups,
    rows: heatRows({ segments, unit: map.unit }, groups, marks),
    selected: chosen === undefined ? null : { row: chosen.payerId, group: chosen.cptGroup ?? allGroups },
    cell:
      chosen === undefined
        ? null
        : toCellView(chosen, event, {
            base: scene.base,
            unit: map.unit,
            signal: map.signal,
            alertHref: alerts.get(pairKey(chosen.payer, chosen.cptGroup)) ?? null,
          }),
    movements,
    scale: movementScale(movements),
  };
}

/** A pair with an open change has the figures of that change, so the map, its panel and the movements agree. */
function withEvents(segments: SegmentMapDto["segments"], open: readonly DriftEventDto[]): SegmentMapDto["segments"] {
  const byId = new Map(open.map((event) => [event.id, event]));
  return segments.map((segment) => {
    const event = segment.driftEventId === null ? undefined : byId.get(segment.driftEventId);
    if (event === undefined || segment.effect === null) return segment;
    const { before, now, effect, effectLow, effectHigh } = event;
    return { ...segment, before, now, effect, effectLow, effectHigh };
  });
}

/** The segment the address names, else the open change with the highest severity. */
export function chosenSegment({ segments }: SegmentMapDto, params: DriftParams): SegmentMapDto["segments"][number] | undefined {
  if (params.payer !== null) return segments.find((segment) => segment.payerId === params.payer && segment.cptGroup === params.group);
  const rank = { low: 1, medium: 2, high: 3, critical: 4 };
  return segments
    .filter((segment) => segment.driftEventId !== null)
    .sort((a, b) => (b.severity === null ? 0 : rank[b.severity]) - (a.severity === null ? 0 : rank[a.severity]))[0];
}

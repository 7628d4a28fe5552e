import type { DriftEventDto } from "@upstream/drift/schemas";
import { formatChartValue } from "../../ui/chart/chart-value.ts";
import { formatDay } from "../../ui/format/format-date.ts";
import { formatEstimate } from "../../ui/format/format-money.ts";
import { formatSigned } from "../../ui/format/format-number.ts";
import { groupName } from "@upstream/core/schemas";
import type { MovementView } from "./view-model.ts";

/** A drift event as a row of the movements. */
export function toMovement(event: DriftEventDto, base: string, today: string): MovementView {
  return {
    id: event.id,
    href: `${base}/drift/${event.id}`,
    severity: event.severity,
    harm: event.isHarm,
    payer: event.payer,
    group: groupName(event.cptGroup),
    before: formatChartValue(event.unit, event.before),
    now: formatChartValue(event.unit, event.now),
    difference: formatSigned(event.effect * (event.unit === "rate" ? 100 : 1)),
    value: event.effect,
    low: event.effectLow,
    high: event.effectHigh,
    money:
      event.impact === null || event.state === "recovered"
        ? "–"
        : `${formatEstimate(Math.abs(event.impact.cents))}${event.isHarm ? "" : " better"}`,
    since: formatDay(event.openedOn, today),
    state: event.state,
  };
}

/** One axis around "no change" that holds every interval. */
export function movementScale(movements: readonly MovementView[]): readonly [number, number] {
  const reach = Math.max(0.01, ...movements.flatMap((move) => [Math.abs(move.low), Math.abs(move.high)]));
  return [-reach, reach];
}

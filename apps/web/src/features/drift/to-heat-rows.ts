import type { SegmentDto, SegmentMapDto } from "@upstream/drift/schemas";
import { formatSigned } from "../../ui/format/format-number.ts";
import type { HeatCell, HeatRow } from "../../ui/heat-map.tsx";
import { groupName } from "@upstream/core/schemas";
import { heatOf } from "./heat.ts";

/** Id of the first column: the payer over all groups. */
export const allGroups = "*";

/** What stands at a pair: an open alert, or a finding kept quiet. Keys are made by `pairKey`. */
export type PairMarks = ReadonlyMap<string, "alert" | "quiet">;

/** One payer and group, whatever the signal. */
export function pairKey(payer: string, group: string | null): string {
  return `${payer}\n${group ?? allGroups}`;
}

/** Columns of the map: all groups first, then groups by the number of their claims. */
export function heatGroups(segments: readonly SegmentDto[]): { id: string; name: string }[] {
  const sizes = new Map<string, number>();
  for (const segment of segments)
    if (segment.cptGroup !== null) sizes.set(segment.cptGroup, (sizes.get(segment.cptGroup) ?? 0) + segment.n);
  const groups = [...sizes].sort((a, b) => b[1] - a[1]).map(([group]) => ({ id: group, name: groupName(group) }));
  return [{ id: allGroups, name: "All groups" }, ...groups];
}

/** Rows of the map, by payer. */
export function heatRows(
  { segments, unit }: Pick<SegmentMapDto, "segments" | "unit">,
  groups: readonly { id: string }[],
  marks: PairMarks,
): HeatRow[] {
  const byPayer = Map.groupBy(segments, (segment) => segment.payer);
  return [...byPayer]
    .sort((a, b) => a[0].localeCompare(b[0]))
    .map(([payer, list]) => ({
      id: list[0]?.payerId ?? payer,
      name: payer,
      cells: groups.map((group) =>
        heatCell(
          { payer, group: group.id },
          list.find((segment) => (segment.cptGroup ?? allGroups) === group.id),
          unit,
          marks.get(pairKey(payer, group.id === allGroups ? null : group.id)) ?? null,
        ),
      ),
    }));
}

/** Color of a pair: none where nothing can be said or its interval holds no change. */
export function segmentHeat({ status, effect, effectLow, effectHigh }: SegmentDto, unit: "rate" | "days"): HeatCell["heat"] {
  if (status === "few" || effect === null || effectLow === null || effectHigh === null) return null;
  return heatOf(unit, { effect, low: effectLow, high: effectHigh }, 1);
}

function heatCell(
  { payer, group }: { payer: string; group: string },
  segment: SegmentDto | undefined,
  unit: "rate" | "days",
  mark: HeatCell["mark"],
): HeatCell {
  const name = `${payer}, ${group === allGroups ? "all groups" : groupName(group)}`;
  if (segment === undefined || segment.status === "few" || segment.effect === null)
    return { text: null, heat: null, isConfirmed: false, mark, label: `${name}: too few claims` };
  const text = formatSigned(segment.effect * (unit === "rate" ? 100 : 1));
  const heat = segmentHeat(segment, unit);
  const isConfirmed = segment.driftEventId !== null;
  const marked =
    mark === "alert"
      ? `, alert open${segment.severity === null ? "" : `, severity ${segment.severity}`}`
      : mark === "quiet"
        ? ", kept quiet"
        : heat !== null && !isConfirmed
          ? ", stands out, not confirmed"
          : "";
  return { text, heat, isConfirmed, mark, label: `${name}: ${text} ${unit === "rate" ? "points" : "days"}${marked}` };
}

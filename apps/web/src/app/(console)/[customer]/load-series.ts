import "server-only";
import type { DriftEventDto, EventSeriesDto } from "@upstream/drift/schemas";
import type { OpenPage } from "./open-page.ts";

const most = 50;

/** The weeks of the first 50 changes in one call, by the id of the change. */
export async function loadSeries(
  { api }: OpenPage,
  driftEventIds: readonly DriftEventDto["id"][],
): Promise<ReadonlyMap<string, EventSeriesDto["items"][number]>> {
  const ids = [...new Set(driftEventIds)].slice(0, most);
  if (ids.length === 0) return new Map();
  const { items } = await api.drift.eventSeries({ driftEventIds: ids });
  return new Map(items.map((item) => [item.id, item]));
}

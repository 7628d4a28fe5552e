import "server-only";
import type { AlertDto } from "@upstream/alerts/schemas";
import type { DriftEventDetailDto, DriftEventDto } from "@upstream/drift/schemas";
import { eventSpark } from "../../ui/chart/event-spark.ts";
import type { Series } from "../../ui/chart/spark.tsx";

const drawn = 12;

type Segment = Pick<AlertDto, "payer" | "cptGroup" | "signal">;
type DriftReader = {
  listEvents: (input: { limit: number }) => Promise<{ items: readonly DriftEventDto[] }>;
  getEvent: (input: { driftEventId: DriftEventDto["id"] }) => Promise<DriftEventDetailDto>;
};

const keyOf = ({ payer, cptGroup, signal }: Segment): string => [payer, cptGroup ?? "", signal].join("\n");

/** Weeks behind the first alerts of a list, by alert id; rows further down have none. */
export async function loadSparks(drift: DriftReader, alerts: readonly AlertDto[]): Promise<ReadonlyMap<string, Series>> {
  const first = alerts.slice(0, drawn);
  if (first.length === 0) return new Map();
  const { items } = await drift.listEvents({ limit: 100 });
  const oldestFirst = [...items].reverse();
  const eventIds = new Map(oldestFirst.map((event) => [keyOf(event), event.id]));
  const found = await Promise.all(
    first.map(async (alert) => {
      const driftEventId = eventIds.get(keyOf(alert));
      const series = driftEventId === undefined ? null : eventSpark((await drift.getEvent({ driftEventId })).evidence);
      return series === null ? [] : [[alert.id, series] as const];
    }),
  );
  return new Map(found.flat());
}

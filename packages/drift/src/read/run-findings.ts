import type { DriftEventId, DriftRunId } from "@upstream/core";
import { readInCustomer, type CustomerCtx } from "@upstream/db";
import { comparedWindows, eventDetailColumns, toEventDto, type EventDetailRow } from "../events/event-dto.ts";
import type { DriftEventDto } from "../schemas.ts";

export type FindingWindow = { from: string; to: string; n: number; count: number | null; value: number };

/** What one run says about one event, with the figures that an alert needs. */
export type RunFinding = {
  driftEventId: DriftEventId;
  kind: "opened" | "continuing" | "worsened" | "recovered" | "withdrawn";
  isHistoric: boolean;
  event: DriftEventDto;
  q: number;
  /** Money of rates is at stake; money of durations is held back. */
  impactKind: "at-stake" | "held-back" | "unknown";
  startedOn: string;
  baseline: FindingWindow;
  current: FindingWindow;
  slices: { dimension: string; value: string; shareOfChange: number; shareOfVolume: number }[];
};

type FindingRow = EventDetailRow & { kind: RunFinding["kind"]; wasHistoric: boolean };

const statement = `SELECT ${eventDetailColumns}, c.kind, c.is_historic AS "wasHistoric" FROM drift_event_changes c
  JOIN drift_events e ON e.customer_id = c.customer_id AND e.id = c.drift_event_id
  WHERE c.customer_id = $1 AND c.drift_run_id = $2 ORDER BY e.opened_on, e.id`;

function toFinding(row: FindingRow): RunFinding {
  const event = toEventDto(row);
  const money = event.unit === "days" ? "held-back" : "at-stake";
  return {
    driftEventId: row.id,
    kind: row.kind,
    isHistoric: row.wasHistoric,
    event,
    q: row.q,
    impactKind: event.impact === null ? "unknown" : money,
    startedOn: row.watchedOn,
    ...comparedWindows(row.signal, row.measured),
    slices: row.evidence.slices.map(({ dimension, value, share, volume }) => ({
      dimension,
      value,
      shareOfChange: share,
      shareOfVolume: volume,
    })),
  };
}

/** The events a run opened, moved or ended, as they stand now. */
export async function runFindings(ctx: CustomerCtx, runId: DriftRunId): Promise<RunFinding[]> {
  const rows = await readInCustomer(ctx, (query) => query.rows<FindingRow>("drift-run-findings", statement, [ctx.customerId, runId]));
  return rows.map(toFinding);
}

import type { Metadata } from "next";
import { DriftPage } from "../../../../features/drift/drift-page.tsx";
import { loadDriftParams } from "../../../../features/drift/search-params.ts";
import { pairKey } from "../../../../features/drift/to-heat-rows.ts";
import { chosenSegment, toDriftView } from "../../../../features/drift/to-drift-view.ts";
import { openPage } from "../open-page.ts";

type Props = { params: Promise<{ customer: string }>; searchParams: Promise<Record<string, string>> };

export const metadata: Metadata = { title: "Drift" };

/** Where do payers differ from themselves? */
export default async function Page({ params, searchParams }: Props) {
  const [page, filter] = [await openPage((await params).customer), await loadDriftParams(searchParams)];
  const signal = filter.signal as "DENIAL_RATE";
  const [map, events, alerts, quiet] = await Promise.all([
    page.api.drift.segments({ signal }),
    page.api.drift.listEvents({ limit: 100, signal }),
    page.api.alerts.list({ limit: 200, status: ["open", "acknowledged", "snoozed"], signal, sort: "-impact" }),
    page.api.alerts.suppressed({ limit: 200 }),
  ]);
  const driftEventId = chosenSegment(map, filter)?.driftEventId ?? null;
  const event = driftEventId === null ? null : await page.api.drift.getEvent({ driftEventId });
  const answers = {
    map,
    events: events.items,
    event,
    alerts: new Map(alerts.items.map((alert) => [pairKey(alert.payer, alert.cptGroup), `${page.base}/alerts/${alert.id}`])),
    quiet: new Set(
      quiet.items.filter((item) => item.alert.signal === signal).map((item) => pairKey(item.alert.payer, item.alert.cptGroup)),
    ),
  };
  return <DriftPage view={toDriftView(answers, filter, page)} />;
}

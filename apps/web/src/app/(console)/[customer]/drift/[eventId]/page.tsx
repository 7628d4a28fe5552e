import type { Metadata } from "next";
import { DriftEventPage } from "../../../../../features/drift/drift-event-page.tsx";
import { toEventView } from "../../../../../features/drift/to-event-view.ts";
import { dayInZone } from "../../../../../ui/format/format-date.ts";
import { loadFileRows } from "../../load-file-rows.ts";
import { openPage, orNotFound } from "../../open-page.ts";

type Props = { params: Promise<{ customer: string; eventId: string }> };

export const metadata: Metadata = { title: "Change" };

/** How did this change live? */
export default async function Page({ params }: Props) {
  const { customer, eventId } = await params;
  const page = await openPage(customer);
  const event = await orNotFound(page.api.drift.getEvent({ driftEventId: eventId as never }));
  const [alerts, claims, files] = await Promise.all([
    page.api.alerts.list({ limit: 200, payer: event.payer, signal: event.signal, sort: "-raisedAt" }),
    page.api.drift.eventClaims({ driftEventId: event.id, limit: 20 }),
    loadFileRows(page, event.evidence.uploadIds),
  ]);
  const alert = alerts.items.find((each) => each.driftEventId === event.id && each.state !== "suppressed");
  const view = toEventView(event, claims.items, {
    base: page.base,
    files,
    today: dayInZone(page.now, page.zone),
    alertHref: alert === undefined ? null : `${page.base}/alerts/${alert.id}`,
  });
  return <DriftEventPage view={view} base={page.base} />;
}

import type { Metadata } from "next";
import { LookMark } from "../../../features/overview/look-mark.tsx";
import { OverviewPage, OverviewStart } from "../../../features/overview/overview-page.tsx";
import { toOverviewView } from "../../../features/overview/to-overview-view.ts";
import { dayInZone } from "../../../ui/format/format-date.ts";
import { openPage } from "./open-page.ts";

type Props = { params: Promise<{ customer: string }> };

export const metadata: Metadata = { title: "Overview" };

/** What changed since you last looked, and what is it worth? */
export default async function Page({ params }: Props) {
  const page = await openPage((await params).customer);
  const { api } = page;
  const [dashboard, ledger, quality, open, inbox, uploads, quiet, preferences] = await Promise.all([
    api.dashboard.get({ days: 7 }),
    api.ledger.get(),
    api.quality.summary(),
    api.drift.listEvents({ limit: 12, isOpen: true, sort: "-impact" }),
    api.alerts.list({ limit: 200, status: ["open", "acknowledged", "snoozed"], sort: "-impact" }),
    api.uploads.list({ limit: 5 }),
    api.alerts.suppressed({ limit: 200 }),
    api.preferences.get(),
  ]);
  const mayUpload = page.may("uploads:write");
  if (uploads.items.length === 0) return <OverviewStart base={page.base} mayUpload={mayUpload} />;
  const [events, trend] = await Promise.all([
    Promise.all(open.items.map((event) => api.drift.getEvent({ driftEventId: event.id }))),
    api.claims.payerTrend({ decidedBefore: dashboard.watermark ?? dayInZone(page.now, page.zone) }),
  ]);
  const source = {
    dashboard,
    ledger,
    quality,
    events,
    inbox: inbox.items,
    uploads: uploads.items,
    trend,
    quietCount: quiet.items.length,
    lastLookAt: preferences.lastLookAt,
  };
  return (
    <>
      <OverviewPage view={toOverviewView(source, page)} base={page.base} mayUpload={mayUpload} />
      <LookMark />
    </>
  );
}

import "server-only";
import type { OverviewSource } from "../../../features/overview/to-overview-view.ts";
import { addDaysTo, dayInZone } from "../../../ui/format/format-date.ts";
import { loadSeries } from "./load-series.ts";
import type { OpenPage } from "./open-page.ts";

const recoveredDays = 30;

/** Everything the overview is made of; null before the first file. */
export async function loadOverview(page: OpenPage): Promise<OverviewSource | null> {
  const { api, now, zone } = page;
  const uploads = await api.uploads.list({ limit: 5 });
  if (uploads.items.length === 0) return null;
  const [dashboard, ledger, quality, open, ended, inbox, quiet, preferences, runs] = await Promise.all([
    api.dashboard.get({ days: 7 }),
    api.ledger.get(),
    api.quality.summary(),
    api.drift.listEvents({ limit: 12, isOpen: true, sort: "-impact" }),
    api.drift.listEvents({ limit: 12, status: "recovered" }),
    api.alerts.list({ limit: 200, status: ["open", "acknowledged", "snoozed"], sort: "-impact" }),
    api.alerts.suppressed({ limit: 200 }),
    api.preferences.get(),
    api.drift.listRuns({ limit: 1 }),
  ]);
  const { lastLookAt } = preferences;
  const today = dayInZone(now, zone);
  const since = lastLookAt === null ? addDaysTo(today, -recoveredDays) : dayInZone(lastLookAt, zone);
  const recovered = ended.items.filter((event) => event.endedOn !== null && event.endedOn >= since);
  const events = [...open.items, ...recovered];
  const [weeks, trend] = await Promise.all([
    loadSeries(
      page,
      events.map((event) => event.id),
    ),
    api.claims.payerTrend({ decidedBefore: dashboard.watermark ?? today }),
  ]);
  return {
    dashboard,
    ledger,
    quality,
    events,
    weeks,
    inbox: inbox.items,
    uploads: uploads.items,
    trend,
    quietCount: quiet.items.length,
    lastLookAt,
    comparison: runs.items[0] ?? null,
  };
}

import "server-only";
import { alertInput, isYoungEnough } from "../../../../features/alerts/alert-input.ts";
import { toAlertRow } from "../../../../features/alerts/alert-row-view.ts";
import type { AlertParams } from "../../../../features/alerts/search-params.ts";
import { sumAlerts } from "../../../../features/alerts/sum-alerts.ts";
import { toQuietView } from "../../../../features/alerts/to-quiet-view.ts";
import { eventSpark } from "../../../../ui/chart/event-spark.ts";
import { loadPeople } from "../load-people.ts";
import { loadSeries } from "../load-series.ts";
import type { OpenPage } from "../open-page.ts";

/** What a tab of the alerts shows, and what its head counts: open alerts and those kept quiet. */
export async function loadAlerts(page: OpenPage, filter: AlertParams) {
  const [open, shown, quiet, people, runs] = await Promise.all([
    page.api.alerts.list({ limit: 200, status: ["open", "acknowledged"], sort: "-impact" }),
    filter.tab === "quiet" ? null : page.api.alerts.list(alertInput(filter)),
    page.api.alerts.suppressed({ limit: 200 }),
    loadPeople(page),
    page.api.drift.listRuns({ limit: 1 }),
  ]);
  const listed = (shown?.items ?? []).filter((alert) => isYoungEnough(alert, filter.age, page.now));
  const weeks = await loadSeries(
    page,
    listed.map((alert) => alert.driftEventId),
  );
  return {
    open: open.items,
    sums: sumAlerts(open.items, runs.items.length > 0),
    rows: listed.map((alert) => {
      const series = weeks.get(alert.driftEventId);
      return toAlertRow(alert, page, series === undefined ? null : eventSpark(series));
    }),
    quiet: quiet.items.map((item) => toQuietView(item, page)),
    people,
  };
}

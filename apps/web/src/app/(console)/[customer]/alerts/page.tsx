import type { Metadata } from "next";
import { alertInput, isFiltered } from "../../../../features/alerts/alert-input.ts";
import { toAlertRow } from "../../../../features/alerts/alert-row-view.ts";
import { AlertsPage, NoAlerts } from "../../../../features/alerts/alerts-page.tsx";
import { LiveInbox, LiveKeptQuiet } from "../../../../features/alerts/live-inbox.tsx";
import { loadSparks } from "../../../../features/alerts/load-sparks.ts";
import { loadAlertParams } from "../../../../features/alerts/search-params.ts";
import { sumAlerts } from "../../../../features/alerts/sum-alerts.ts";
import { toQuietView } from "../../../../features/alerts/to-quiet-view.ts";
import { loadPeople } from "../load-people.ts";
import { openPage } from "../open-page.ts";

type Props = { params: Promise<{ customer: string }>; searchParams: Promise<Record<string, string>> };

export const metadata: Metadata = { title: "Alerts" };

/** What waits for whom? */
export default async function Page({ params, searchParams }: Props) {
  const [page, filter] = [await openPage((await params).customer), await loadAlertParams(searchParams)];
  const quietTab = filter.tab === "quiet";
  const [open, shown, quiet, people] = await Promise.all([
    page.api.alerts.list({ limit: 200, status: ["open", "acknowledged"], sort: "-impact" }),
    quietTab ? null : page.api.alerts.list(alertInput(filter)),
    page.api.alerts.suppressed({ limit: 200 }),
    loadPeople(page),
  ]);
  const listed = shown?.items ?? [];
  const sparks = await loadSparks(page.api.drift, listed);
  const rows = listed.map((alert) => toAlertRow(alert, page, sparks.get(alert.id) ?? null));
  const canAct = page.may("alerts:write");
  const payers = [...new Set(open.items.map((alert) => alert.payer))].sort();
  return (
    <AlertsPage
      base={page.base}
      tab={filter.tab}
      sums={sumAlerts(open.items)}
      quiet={quiet.items.length}
      payers={payers}
      people={people}
      mayRules={page.may("rules:admin")}
    >
      {(quietTab ? quiet.items : rows).length === 0 ? (
        <NoAlerts tab={filter.tab} filtered={!quietTab && isFiltered(filter)} base={page.base} />
      ) : quietTab ? (
        <LiveKeptQuiet list={quiet.items.map((item) => toQuietView(item, page))} canAct={canAct} />
      ) : (
        <LiveInbox rows={rows} people={people} now={page.now} canAct={canAct} />
      )}
    </AlertsPage>
  );
}

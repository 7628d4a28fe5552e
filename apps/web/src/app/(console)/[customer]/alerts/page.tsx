import type { Metadata } from "next";
import { isFiltered } from "../../../../features/alerts/alert-input.ts";
import { AlertsPage, NoAlerts } from "../../../../features/alerts/alerts-page.tsx";
import { LiveInbox, LiveKeptQuiet } from "../../../../features/alerts/live-inbox.tsx";
import { loadAlertParams } from "../../../../features/alerts/search-params.ts";
import { openPage } from "../open-page.ts";
import { loadAlerts } from "./load-alerts.ts";

type Props = { params: Promise<{ customer: string }>; searchParams: Promise<Record<string, string>> };

export const metadata: Metadata = { title: "Alerts" };

/** What waits for whom? */
export default async function Page({ params, searchParams }: Props) {
  const [page, filter] = [await openPage((await params).customer), await loadAlertParams(searchParams)];
  const { open, sums, rows, quiet, people } = await loadAlerts(page, filter);
  const canAct = page.may("alerts:write");
  const isQuiet = filter.tab === "quiet";
  return (
    <AlertsPage
      base={page.base}
      tab={filter.tab}
      sums={sums}
      quiet={quiet.length}
      payers={[...new Set(open.map((alert) => alert.payer))].sort()}
      people={people}
      mayRules={page.may("rules:admin")}
    >
      {(isQuiet ? quiet : rows).length === 0 ? (
        <NoAlerts tab={filter.tab} isCompared={sums.isCompared} filtered={!isQuiet && isFiltered(filter)} base={page.base} />
      ) : isQuiet ? (
        <LiveKeptQuiet list={quiet} canAct={canAct} />
      ) : (
        <LiveInbox rows={rows} people={people} now={page.now} canAct={canAct} />
      )}
    </AlertsPage>
  );
}

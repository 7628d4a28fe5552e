import type { Metadata } from "next";
import { alertTrend } from "../../../../../features/alerts/alert-trend.ts";
import { AlertPage } from "../../../../../features/alerts/alert-page.tsx";
import { LiveAlertBar, LiveAlertThumb, LiveJudgment } from "../../../../../features/alerts/live-alert.tsx";
import { toAlertView } from "../../../../../features/alerts/to-alert-view.ts";
import { toNeighbours } from "../../../../../features/alerts/to-neighbours.ts";
import { loadPeople } from "../../load-people.ts";
import { openPage, orNotFound } from "../../open-page.ts";

type Props = { params: Promise<{ customer: string; alertId: string }> };

export const metadata: Metadata = { title: "Alert" };

/** What happened, how sure, what now? */
export default async function Page({ params }: Props) {
  const { customer, alertId } = await params;
  const page = await openPage(customer);
  const alert = await orNotFound(page.api.alerts.get({ alertId: alertId as never }));
  const [event, inbox, people] = await Promise.all([
    page.api.drift.getEvent({ driftEventId: alert.driftEventId }).catch(() => null),
    page.api.alerts.list({ limit: 200, status: ["open", "acknowledged", "snoozed"], sort: "-impact" }),
    loadPeople(page),
  ]);
  const series = event === null ? null : { trend: alertTrend(alert, event), immatureShare: null };
  const view = toAlertView(alert, series, page);
  const canAct = page.may("alerts:write");
  return (
    <AlertPage
      view={view}
      base={page.base}
      bar={
        <LiveAlertBar
          view={view}
          people={people}
          now={page.now}
          canAct={canAct}
          neighbours={toNeighbours(inbox.items, alert.id, page.base)}
        />
      }
      form={canAct ? <LiveJudgment key={alert.id} alertId={alert.id} mine={view.mine} today={view.today} /> : null}
      thumb={canAct ? <LiveAlertThumb view={view} now={page.now} /> : null}
    />
  );
}

import type { Metadata } from "next";
import { AlertPage } from "../../../../../features/alerts/alert-page.tsx";
import { LiveAlertBar, LiveAlertThumb, LiveJudgment } from "../../../../../features/alerts/live-alert.tsx";
import { openPage } from "../../open-page.ts";
import { loadAlert } from "./load-alert.ts";

type Props = { params: Promise<{ customer: string; alertId: string }> };

export const metadata: Metadata = { title: "Alert" };

/** What happened, how sure, what now? */
export default async function Page({ params }: Props) {
  const { customer, alertId } = await params;
  const page = await openPage(customer);
  const { view, people, neighbours } = await loadAlert(page, alertId);
  const canAct = page.may("alerts:write");
  return (
    <AlertPage
      view={view}
      base={page.base}
      bar={<LiveAlertBar view={view} people={people} now={page.now} canAct={canAct} neighbours={neighbours} />}
      form={canAct ? <LiveJudgment key={view.id} alertId={view.id} mine={view.mine} today={view.today} /> : null}
      thumb={canAct ? <LiveAlertThumb view={view} now={page.now} /> : null}
    />
  );
}

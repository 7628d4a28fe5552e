import "server-only";
import { toAlertView } from "../../../../../features/alerts/to-alert-view.ts";
import { toNeighbours } from "../../../../../features/alerts/to-neighbours.ts";
import { loadFileRows } from "../../load-file-rows.ts";
import { loadPeople } from "../../load-people.ts";
import { orNotFound, type OpenPage } from "../../open-page.ts";

/** An alert with the change behind it, its place in the inbox and the people it can be given to. */
export async function loadAlert(page: OpenPage, alertId: string) {
  const alert = await orNotFound(page.api.alerts.get({ alertId: alertId as never }));
  const [event, inbox, people] = await Promise.all([
    page.api.drift.getEvent({ driftEventId: alert.driftEventId }).catch(() => null),
    page.api.alerts.list({ limit: 200, status: ["open", "acknowledged", "snoozed"], sort: "-impact" }),
    loadPeople(page),
  ]);
  const files = await loadFileRows(page, event?.evidence.uploadIds ?? []);
  const scene = { ...page, mayRules: page.may("rules:admin") };
  return {
    view: toAlertView(alert, { event, files }, scene),
    people,
    neighbours: toNeighbours(inbox.items, alert.id, page.base),
  };
}

import type { AlertState, ListAlertsInput, Severity } from "@upstream/alerts/schemas";
import type { AlertParams } from "./search-params.ts";

const order: readonly Severity[] = ["low", "medium", "high", "critical"];
const states: Record<Exclude<AlertParams["tab"], "quiet">, AlertState[] | null> = {
  inbox: ["open", "acknowledged", "snoozed"],
  resolved: ["resolved"],
  all: null,
};

/** What the address says as input of the list; a least severity becomes the severities from there on. */
export function alertInput(params: AlertParams): Omit<ListAlertsInput, "limit"> & { limit: number } {
  const status = params.tab === "quiet" ? null : states[params.tab];
  return {
    limit: 200,
    sort: params.sort,
    ...(status === null ? {} : { status }),
    ...(params.severity === null ? {} : { severity: order.slice(order.indexOf(params.severity)) }),
    ...(params.payer === null ? {} : { payer: params.payer }),
    ...(params.signal === null ? {} : { signal: params.signal }),
    ...(params.owner === null ? {} : { assignee: params.owner as NonNullable<ListAlertsInput["assignee"]> }),
  };
}

const dayMilliseconds = 86_400_000;

/** Whether an alert is as young as the address wants it. */
export function isYoungEnough(alert: { raisedAt: string }, age: AlertParams["age"], now: string): boolean {
  return age === null || Date.parse(now) - Date.parse(alert.raisedAt) <= Number(age) * dayMilliseconds;
}

/** Whether the address leaves alerts of its tab out. */
export function isFiltered({ severity, payer, signal, owner, age }: AlertParams): boolean {
  return severity !== null || payer !== null || signal !== null || owner !== null || age !== null;
}

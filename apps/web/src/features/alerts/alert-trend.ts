import type { AlertDetail } from "@upstream/alerts/schemas";
import type { DriftEventDetailDto } from "@upstream/drift/schemas";
import { eventTrend } from "../../ui/chart/event-trend.ts";
import type { Trend } from "../../ui/chart/trend.ts";
import { signalName } from "../../ui/text/signal-name.ts";

type Window = NonNullable<AlertDetail["evidence"]["baseline"]>;

const known = (window: Window | null) => (window === null || window.value === null ? null : { ...window, value: window.value });

/** Weeks of the change behind an alert, with the two windows that are compared. */
export function alertTrend(alert: AlertDetail, event: DriftEventDetailDto): Trend {
  const [baseline, current] = [known(alert.evidence.baseline), known(alert.evidence.current)];
  const windows = baseline === null || current === null ? {} : { baseline, current };
  return eventTrend({ ...event, ...windows }, signalName(event.signal));
}

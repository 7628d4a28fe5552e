import type { AlertDetail } from "@upstream/alerts/schemas";
import type { DriftEventDetailDto } from "@upstream/drift/schemas";

/** The evidence that goes with an alert's sentence and dollars: of the newest look while it stands, of its raising once it is resolved. */
export function shownEvidence(alert: AlertDetail, event: DriftEventDetailDto | null): AlertDetail["evidence"] {
  if (event === null || alert.state === "resolved") return alert.evidence;
  const { baseline, current, effect, effectLow, effectHigh, q } = event;
  return { ...alert.evidence, baseline, current, effect, effectLow, effectHigh, q, slices: event.evidence.slices };
}

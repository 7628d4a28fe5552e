import type { SuppressedDto } from "@upstream/alerts/schemas";
import { formatMoment } from "../../ui/format/format-date.ts";
import { toAlertRow, type AlertScene } from "./alert-row-view.ts";
import type { QuietView } from "./kept-quiet.tsx";

/** A suppression with its reason and its end. */
export function toQuietView(suppressed: SuppressedDto, scene: AlertScene): QuietView {
  return {
    id: suppressed.id,
    row: toAlertRow(suppressed.alert, scene),
    text: suppressed.text,
    until: formatMoment(suppressed.until, scene.zone, scene.now),
  };
}

import { sql } from "@upstream/db";

/** SQL of what the newest run says of the change behind a row `a` (with `drift_event_id`): its sentence and its cents a month; joined laterally. */
export const currentFigures = sql`(SELECT e.sentence, e.impact_cents, e.impact_low_cents, e.impact_high_cents FROM drift_events e
    WHERE e.customer_id = a.customer_id AND e.id = a.drift_event_id)`;

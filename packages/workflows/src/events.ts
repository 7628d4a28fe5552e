import { alertRaised as raised, alertResolved as resolved, deliveryDue as due, webhookTest as tested } from "@upstream/alerts";
import {
  uploadCancelled as cancelled,
  uploadFailed as failed,
  uploadProcessed as processed,
  uploadReceived as received,
  uploadVoided as voided,
} from "@upstream/claims";
import type { CustomerId, EventDefinition } from "@upstream/core";
import {
  driftDetected as detected,
  driftRecovered as recovered,
  driftRunCompleted as completed,
  driftRunRequested as requested,
} from "@upstream/drift";
import { refreshReused as reused } from "@upstream/tenancy";
import { eventType, staticSchema } from "inngest";
import type { z } from "zod";

/** A domain event as a trigger: its ids, and the customer's, which serves as a key for fairness and never as a permission. */
function triggerOf<N extends string, S extends z.ZodType<Record<string, unknown>>>(definition: EventDefinition<N, S>) {
  return eventType(definition.name, { schema: staticSchema<z.output<S> & { customerId: CustomerId }>() });
}

export const uploadReceived = triggerOf(received);
export const uploadCancelled = triggerOf(cancelled);
export const uploadProcessed = triggerOf(processed);
export const uploadFailed = triggerOf(failed);
export const uploadVoided = triggerOf(voided);
export const driftRunRequested = triggerOf(requested);
export const driftRunCompleted = triggerOf(completed);
export const driftDetected = triggerOf(detected);
export const driftRecovered = triggerOf(recovered);
export const alertRaised = triggerOf(raised);
export const alertResolved = triggerOf(resolved);
export const refreshReused = triggerOf(reused);
export const deliveryDue = triggerOf(due);
export const webhookTest = triggerOf(tested);

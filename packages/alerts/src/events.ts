import { defineEvent, zId } from "@upstream/core";
import { z } from "zod";

/** An alert was raised for people; suppressed ones are not announced. */
export const alertRaised = defineEvent("alert.raised", z.strictObject({ alertId: zId("alert") }));

/** An alert ended: a person resolved it, or its change went away. */
export const alertResolved = defineEvent("alert.resolved", z.strictObject({ alertId: zId("alert") }));

/** A target (one endpoint, one mailbox, one channel) has deliveries that are due. */
export const deliveryDue = defineEvent("delivery.due", z.strictObject({ targetKey: z.string().max(60) }));

/** A person asked for a test delivery to one endpoint. */
export const webhookTest = defineEvent("webhook.test", z.strictObject({ endpointId: zId("endpoint") }));

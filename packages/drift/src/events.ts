import { defineEvent, zId } from "@upstream/core";
import { z } from "zod";
import { runDriftInput } from "./schemas.ts";

/** Somebody, or the calendar, wants a drift run. */
export const driftRunRequested = defineEvent("drift.run-requested", runDriftInput);

/** A drift run was stored; what it says about its events can be read. */
export const driftRunCompleted = defineEvent("drift.run-completed", z.strictObject({ runId: zId("driftRun") }));

/** A change was confirmed; `isHistoric` when it was under way before the customer's data was looked at. */
export const driftDetected = defineEvent("drift.detected", z.strictObject({ driftEventId: zId("driftEvent"), isHistoric: z.boolean() }));

/** A change went back to its earlier level. */
export const driftRecovered = defineEvent("drift.recovered", z.strictObject({ driftEventId: zId("driftEvent") }));

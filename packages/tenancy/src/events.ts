import { defineEvent, zId } from "@upstream/core";
import { z } from "zod";

/** A refresh token was shown a second time: somebody else may hold it, and its session has ended. */
export const refreshReused = defineEvent("auth.refresh-reused", z.strictObject({ userId: zId("user") }));

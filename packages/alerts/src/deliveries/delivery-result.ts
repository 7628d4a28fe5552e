import type { SendOutcome } from "../channels/channel.ts";
import type { ClaimedDelivery } from "./claim-due-deliveries.ts";
import { nextRetry } from "./next-retry.ts";

/** One attempt that was made, with its outcome. */
export type AttemptResult = { delivery: ClaimedDelivery; outcome: SendOutcome; startedAt: Date; finishedAt: Date };

/** What becomes of a delivery after an attempt. */
export type DeliveryStep = {
  state: "pending" | "held" | "delivered" | "failed";
  nextAttemptAt: Date | null;
  finishedAt: Date | null;
};

/** Delivered, tried again by the schedule, or a dead letter when the schedule is used up or the failure is for good. Pure. */
export function stepAfter(result: AttemptResult, spread?: (milliseconds: number) => number): DeliveryStep {
  const { delivery, outcome, finishedAt } = result;
  if (outcome.ok) return { state: "delivered", nextAttemptAt: null, finishedAt };
  const failed = { tries: delivery.tries, status: outcome.status, isTimeout: outcome.isTimeout, retryAfter: outcome.retryAfter };
  const next = outcome.isPermanent ? null : nextRetry(failed, finishedAt, spread);
  return next === null ? { state: "failed", nextAttemptAt: null, finishedAt } : { state: "pending", nextAttemptAt: next, finishedAt: null };
}

import { requirePermission } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import type { Outbound } from "../outbound.ts";
import { claimDueDeliveries, claimSize } from "./claim-due-deliveries.ts";
import type { ClaimedDelivery } from "./claim-due-deliveries.ts";
import type { AttemptResult } from "./delivery-result.ts";
import { digestOf } from "./digest.ts";
import { markAttempting } from "./mark-attempting.ts";
import { recordAttempts, releaseClaims } from "./record-attempts.ts";
import type { Recorded } from "./record-attempts.ts";
import { sendDelivery } from "./send-delivery.ts";
import type { Sender } from "./sender.ts";

export type AttemptSummary = {
  delivered: number;
  failed: number;
  /** More is due now than fitted into this call. */
  isMore: boolean;
  /** When the next try of a failure is due, ISO; null when nothing failed. */
  nextDueAt: string | null;
};

const budgetMs = 60_000;
const inFlight = 2;
const recordEveryMs = 250;

/**
 * Attempts what is due for one target, up to a minute: claims in the database first, tries, records after. A process that dies in
 * between loses nothing: the lease runs out and the same message goes again under the same id.
 */
export async function attemptDeliveries(ctx: CustomerCtx, input: { targetKey: string }, outbound: Outbound): Promise<AttemptSummary> {
  requirePermission(ctx.actor, "alerts:write");
  const started = performance.now();
  const isTimeUp = () => performance.now() - started > budgetMs;
  const summary: Recorded = { delivered: 0, failed: 0, nextDueAt: null };
  const poster = outbound.openPoster();
  let isMore = true;
  try {
    while (isMore && !isTimeUp()) {
      const claimed = await claimDueDeliveries(ctx, input.targetKey);
      const batch: Batch = { ctx, targetKey: input.targetKey, sender: { outbound, poster }, summary, isTimeUp };
      await (input.targetKey.startsWith("mailbox:") ? sendOneByOne(batch, claimed) : sendSideBySide(batch, claimed));
      isMore = claimed.length === claimSize;
    }
  } finally {
    poster.close();
  }
  return { delivered: summary.delivered, failed: summary.failed, isMore, nextDueAt: summary.nextDueAt?.toISOString() ?? null };
}

type Batch = { ctx: CustomerCtx; targetKey: string; sender: Sender; summary: Recorded; isTimeUp: () => boolean };

/** Mails: each is marked before SMTP and recorded at once, so that the time in which a crash could send one twice is as short as can be. */
async function sendOneByOne(batch: Batch, claimed: readonly ClaimedDelivery[]): Promise<void> {
  const units = digestOf(claimed);
  for (const [index, unit] of units.entries()) {
    if (batch.isTimeUp()) {
      await releaseClaims(
        batch.ctx,
        units.slice(index).flatMap((rest) => rest.covers.map((delivery) => delivery.id)),
      );
      return;
    }
    await markAttempting(batch.ctx, unit.covers);
    const result = await attempt(batch, unit.send);
    await record(
      batch,
      unit.covers.map((delivery) => ({ ...result, delivery })),
    );
  }
}

/** Webhooks and channels: two at a time over kept-alive connections, recorded four times a second. */
async function sendSideBySide(batch: Batch, claimed: readonly ClaimedDelivery[]): Promise<void> {
  const waiting = [...claimed];
  let results: AttemptResult[] = [];
  let recordedAt = performance.now();
  let recording = Promise.resolve();
  const flush = () => {
    const done = results;
    results = [];
    recordedAt = performance.now();
    recording = recording.then(() => record(batch, done));
    return recording;
  };
  const work = async () => {
    while (!batch.isTimeUp()) {
      const delivery = waiting.shift();
      if (delivery === undefined) return;
      const result = await attempt(batch, delivery);
      results.push(result);
      if (performance.now() - recordedAt > recordEveryMs) await flush();
    }
  };
  await Promise.all(Array.from({ length: inFlight }, work));
  await flush();
  await releaseClaims(
    batch.ctx,
    waiting.map((delivery) => delivery.id),
  );
}

async function attempt(batch: Batch, delivery: ClaimedDelivery): Promise<AttemptResult> {
  const startedAt = batch.ctx.clock.now();
  const outcome = await sendDelivery(batch.ctx, delivery, batch.sender);
  return { delivery, outcome, startedAt, finishedAt: batch.ctx.clock.now() };
}

async function record(batch: Batch, results: readonly AttemptResult[]): Promise<void> {
  const recorded = await recordAttempts(batch.ctx, batch.targetKey, results);
  batch.summary.delivered += recorded.delivered;
  batch.summary.failed += recorded.failed;
  const next = recorded.nextDueAt;
  if (next !== null && (batch.summary.nextDueAt === null || next < batch.summary.nextDueAt)) batch.summary.nextDueAt = next;
}

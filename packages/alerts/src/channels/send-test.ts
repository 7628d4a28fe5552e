import { DomainError, newId, requirePermission } from "@upstream/core";
import type { DeliveryId } from "@upstream/core";
import { emitAudit, inCustomer } from "@upstream/db";
import type { CustomerCtx, Tx } from "@upstream/db";
import { messageIdOf } from "../deliveries/new-delivery.ts";
import { targetKeyOf } from "../deliveries/target-key.ts";
import { depsOf, withAddress } from "../deliveries/sender.ts";
import type { Outbound } from "../outbound.ts";
import type { SendOutcome } from "./channel.ts";
import type { ChannelRef, SendTestResult } from "./channel-schemas.ts";
import { loadChannel } from "./channel-row.ts";
import { channelKind } from "./index.ts";
import { sampleMessage } from "./message.ts";
import type { ChannelMessage } from "./message.ts";
import { openSecrets } from "./sealed-secrets.ts";

type Sent = { id: DeliveryId; recipient: string; outcome: SendOutcome };

/** Sends a test message to each recipient of a channel now, once, and logs it with the other deliveries. */
export async function sendTest(ctx: CustomerCtx, input: ChannelRef, outbound: Outbound): Promise<SendTestResult> {
  requirePermission(ctx.actor, "channels:admin");
  const { channel, slug } = await inCustomer(ctx, async (tx) => {
    const customer = await tx.customer.findUnique({ where: { id: ctx.customerId }, select: { slug: true } });
    if (!customer) throw new DomainError("NOT_FOUND");
    return { channel: await loadChannel(tx, ctx, input.channelId), slug: customer.slug };
  });
  const kind = channelKind(channel.kind);
  const message = sampleMessage(channel.name, `/${slug}/settings/channels`);
  const secrets = channel.secrets === null ? null : openSecrets(ctx, { table: "channels", rowId: channel.id }, channel.secrets);
  const poster = outbound.openPoster();
  const sent: Sent[] = [];
  for (const recipient of kind.recipients(channel.config)) {
    const id = newId<DeliveryId>();
    const about = { message: withAddress(message, outbound.consoleUrl), recipient, subjectId: id, config: channel.config, secrets };
    sent.push({ id, recipient, outcome: await kind.deliver(about, depsOf({ outbound, poster })) });
  }
  poster.close();
  await inCustomer(ctx, (tx) => logTest(tx, ctx, { channelId: channel.id, message, sent }));
  const results = sent.map(({ recipient, outcome }) => ({
    recipient,
    ok: outcome.ok,
    status: outcome.status,
    error: outcome.ok ? null : outcome.error,
  }));
  return { ok: results.every((result) => result.ok), results };
}

async function logTest(
  tx: Tx,
  ctx: CustomerCtx,
  test: { channelId: string; message: ChannelMessage; sent: readonly Sent[] },
): Promise<void> {
  const now = ctx.clock.now();
  const { customerId } = ctx;
  await tx.delivery.createMany({
    data: test.sent.map(({ id, recipient, outcome }) => ({
      customerId,
      id,
      subject: "test",
      event: "channel.test",
      channelId: test.channelId,
      recipient,
      targetKey: targetKeyOf(test.channelId, recipient),
      messageId: messageIdOf(id),
      body: JSON.stringify(test.message),
      state: outcome.ok ? "delivered" : "failed",
      attempt: 1,
      tries: 1,
      lastStatus: outcome.status,
      lastError: outcome.ok ? null : outcome.error,
      createdAt: now,
      finishedAt: now,
    })),
  });
  await tx.deliveryAttempt.createMany({
    data: test.sent.map(({ id, outcome }) => ({
      customerId,
      id: newId<DeliveryId>(),
      deliveryId: id,
      attempt: 1,
      outcome: outcome.ok ? "delivered" : "failed",
      status: outcome.status,
      error: outcome.ok ? null : outcome.error,
      durationMs: outcome.durationMs,
      response: outcome.response,
      startedAt: now,
    })),
  });
  const ok = test.sent.filter((one) => one.outcome.ok).length;
  await emitAudit(tx, ctx, {
    action: "channel.test",
    entity: "channel",
    entityId: test.channelId,
    payload: { delivered: ok, failed: test.sent.length - ok },
  });
}

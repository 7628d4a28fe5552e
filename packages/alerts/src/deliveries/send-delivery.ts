import { z } from "zod";
import { DomainError } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import type { SendOutcome } from "../channels/channel.ts";
import { email } from "../channels/email.ts";
import { channelKind } from "../channels/index.ts";
import type { ChannelMessage } from "../channels/message.ts";
import { outcomeOfPost } from "../channels/post-outcome.ts";
import { openSecrets } from "../channels/sealed-secrets.ts";
import { openEndpointSecrets } from "../webhooks/endpoint-row.ts";
import { activeSecrets, signatureHeaders } from "../webhooks/signature.ts";
import type { ClaimedDelivery } from "./claim-due-deliveries.ts";
import { depsOf, withAddress } from "./sender.ts";
import type { Sender } from "./sender.ts";

/** Makes one attempt. Whatever goes wrong is an outcome, not an exception. */
export async function sendDelivery(ctx: CustomerCtx, delivery: ClaimedDelivery, sender: Sender): Promise<SendOutcome> {
  try {
    return delivery.subject === "event" ? await postEvent(ctx, delivery, sender) : await sendMessage(ctx, delivery, sender);
  } catch (error) {
    if (!(error instanceof DomainError || error instanceof z.ZodError)) throw error;
    return {
      ok: false,
      status: null,
      error: "not-sendable",
      isPermanent: true,
      isTimeout: false,
      retryAfter: null,
      response: "",
      durationMs: 0,
    };
  }
}

async function postEvent(ctx: CustomerCtx, delivery: ClaimedDelivery, sender: Sender): Promise<SendOutcome> {
  if (delivery.url === null || delivery.endpointId === null || delivery.endpointSecrets === null) throw new DomainError("NOT_FOUND");
  const now = ctx.clock.now();
  const secrets = activeSecrets(openEndpointSecrets(ctx, delivery.endpointId, delivery.endpointSecrets), now);
  const signed = signatureHeaders(secrets, delivery.messageId, now, delivery.body);
  return outcomeOfPost(await sender.poster.post({ url: delivery.url, headers: { ...delivery.headers, ...signed }, body: delivery.body }));
}

async function sendMessage(ctx: CustomerCtx, delivery: ClaimedDelivery, sender: Sender): Promise<SendOutcome> {
  const message = withAddress(JSON.parse(delivery.body) as ChannelMessage, sender.outbound.consoleUrl);
  const about = { message, recipient: delivery.recipient, subjectId: delivery.aboutId };
  if (delivery.channel === null)
    return email.deliver({ ...about, config: { recipients: [delivery.recipient] }, secrets: null }, depsOf(sender));
  const { id, kind, config } = delivery.channel;
  const secrets = delivery.channelSecrets === null ? null : openSecrets(ctx, { table: "channels", rowId: id }, delivery.channelSecrets);
  return channelKind(kind).deliver({ ...about, config, secrets }, depsOf(sender));
}

import { createHash } from "node:crypto";
import { actorText, keyIdOf, openText, sealText } from "@upstream/core";
import type { EnvelopePlace } from "@upstream/core";
import type { CustomerCtx, IdempotentAnswer } from "@upstream/db";
import { requireAccess } from "../admit.ts";
import type { ApiContext } from "../context.ts";
import { Fault } from "../fault.ts";
import type { Access } from "../meta.ts";

const printable = /^[\x20-\x7e]{1,255}$/;

/** The request's Idempotency-Key, or undefined where it has none. */
export function idempotencyKeyOf(request: Request): string | undefined {
  const key = request.headers.get("idempotency-key");
  if (key === null) return undefined;
  if (!printable.test(key)) throw new Fault("malformed", { reason: "idempotency-key" });
  return key;
}

export type KeyedCall = { key: string; method: "POST" | "PATCH"; path: string; body: Uint8Array; access: Access };

/** One actor's keys never meet another's, so nobody replays an answer that was not theirs. */
function scopedKey(customer: CustomerCtx, key: string): string {
  return createHash("sha256")
    .update(`${actorText(customer.actor)}\n${key}`)
    .digest("hex");
}

function seal(customer: CustomerCtx, place: EnvelopePlace, text: string): string {
  const { currentKeyId } = customer.phi;
  return sealText(customer.phi.fieldKey(currentKeyId, place.table, place.column), currentKeyId, place, text).toString("base64");
}

function open(customer: CustomerCtx, place: EnvelopePlace, sealed: string): string {
  const envelope = Buffer.from(sealed, "base64");
  return openText(customer.phi.fieldKey(keyIdOf(envelope), place.table, place.column), place, envelope);
}

/** Runs the work once for a key, in the transaction of its effect; a repeat gets the first answer, which is kept sealed because it may hold a secret. */
export async function runOnce(
  ctx: ApiContext,
  call: KeyedCall,
  work: () => Promise<IdempotentAnswer>,
): Promise<IdempotentAnswer & { isReplay: boolean }> {
  const customer = await ctx.enter();
  requireAccess(customer.actor, call.access);
  const { method, path, body } = call;
  const key = scopedKey(customer, call.key);
  const place = { table: "idempotency_keys", column: "body", customerId: customer.customerId, row: key };
  const answer = await ctx.deps.runIdempotent(customer, { key, method, path, body }, async () => {
    const fresh = await work();
    return { ...fresh, body: seal(customer, place, fresh.body) };
  });
  return { ...answer, body: open(customer, place, answer.body) };
}

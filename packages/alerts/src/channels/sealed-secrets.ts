import { keyIdOf, openText, sealText } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";

export type SecretPlace = { table: "channels" | "webhook_endpoints"; rowId: string };
type SealingCtx = Pick<CustomerCtx, "customerId" | "phi">;

/** Seals secrets of one row as bytes that open nowhere else. */
export function sealSecrets(ctx: SealingCtx, place: SecretPlace, value: unknown): Buffer<ArrayBuffer> {
  const keyId = ctx.phi.currentKeyId;
  return Buffer.from(sealText(ctx.phi.fieldKey(keyId, place.table, "secrets"), keyId, placeOf(ctx, place), JSON.stringify(value)));
}

/** Opens what `sealSecrets` made; the caller checks the shape. */
export function openSecrets(ctx: SealingCtx, place: SecretPlace, sealed: Uint8Array): unknown {
  const envelope = Buffer.from(sealed);
  return JSON.parse(openText(ctx.phi.fieldKey(keyIdOf(envelope), place.table, "secrets"), placeOf(ctx, place), envelope));
}

function placeOf(ctx: SealingCtx, place: SecretPlace) {
  return { table: place.table, column: "secrets", customerId: ctx.customerId, row: place.rowId };
}

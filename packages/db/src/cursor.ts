import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { deriveKey, invalidField } from "@upstream/core";
import type { CustomerCtx } from "./ctx.ts";

const NONCE = 12;
const TAG = 16;
const keys = new WeakMap<Buffer, Buffer>();

/** Whose list it is, and the secret that its cursors' key comes from. */
export type CursorScope = { owner: string; root: Buffer };

/** Cursors of one customer's lists. */
export const cursorScopeOf = ({ customerId, phi }: Pick<CustomerCtx, "customerId" | "phi">): CursorScope => ({
  owner: customerId,
  root: phi.digestKey,
});

function keyOf({ root }: CursorScope): Buffer {
  const known = keys.get(root) ?? deriveKey(root, "list.cursor");
  keys.set(root, known);
  return known;
}

function placeOf({ owner }: CursorScope, query: string): Buffer {
  return Buffer.from(`cursor:v1:${owner}:${query}`, "utf8");
}

/** Seals the place in a list (AES-256-GCM), good for this owner and this very query only. */
export function sealCursor(scope: CursorScope, query: string, place: readonly string[]): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", keyOf(scope), nonce, { authTagLength: TAG });
  cipher.setAAD(placeOf(scope, query));
  return Buffer.concat([nonce, cipher.update(JSON.stringify(place), "utf8"), cipher.final(), cipher.getAuthTag()]).toString("base64url");
}

/** Opens a cursor; one that was altered, or sealed for another owner or query, is INVALID. */
export function openCursor(scope: CursorScope, query: string, token: string): string[] {
  try {
    const bytes = Buffer.from(token, "base64url");
    if (bytes.toString("base64url") !== token) throw new RangeError("not canonical");
    const decipher = createDecipheriv("aes-256-gcm", keyOf(scope), bytes.subarray(0, NONCE), { authTagLength: TAG });
    decipher.setAAD(placeOf(scope, query));
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
    const text = Buffer.concat([decipher.update(bytes.subarray(NONCE, bytes.length - TAG)), decipher.final()]);
    return JSON.parse(text.toString("utf8")) as string[];
  } catch {
    throw invalidField("/cursor", "invalid_cursor", "The cursor does not belong to this list");
  }
}

import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";

/** A key encryption key of 32 bytes, numbered so that it can be replaced. */
export type Kek = { id: number; key: Buffer };

/** Refuses a key that is not 32 bytes or has no entropy to speak of. */
export function assertKek(kek: Kek): void {
  if (kek.key.length !== 32) throw new Error("A key encryption key must have 32 bytes");
  if (new Set(kek.key).size < 8) throw new Error("A key encryption key must be random");
}

const wrapAad = (context: string) => createHash("sha256").update(`upstream:wrap:v1:${context}`).digest();

/** Encrypts a 32-byte data key under the KEK; `context` (customer and purpose) must be given again to open it. */
export function wrapKey(kek: Kek, context: string, dataKey: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", kek.key, nonce, { authTagLength: 16 });
  cipher.setAAD(wrapAad(context));
  return Buffer.concat([nonce, cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
}

/** Opens a wrapped data key; throws when it was altered or belongs to another context. */
export function unwrapKey(kek: Kek, context: string, wrapped: Buffer): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", kek.key, wrapped.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(wrapAad(context));
  decipher.setAuthTag(wrapped.subarray(wrapped.length - 16));
  return Buffer.concat([decipher.update(wrapped.subarray(12, wrapped.length - 16)), decipher.final()]);
}

/** A subkey for one table and column, by HKDF-SHA256 (RFC 5869). */
export function deriveKey(dataKey: Buffer, info: string): Buffer {
  return Buffer.from(hkdfSync("sha256", dataKey, Buffer.alloc(0), info, 32));
}

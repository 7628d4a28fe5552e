import { createCipheriv, createDecipheriv, randomFillSync } from "node:crypto";
import type { KeyObject } from "node:crypto";

const version = 0x01;
const bucket = 16;
const headerLength = 15;

/** Where an envelope belongs; it opens nowhere else. `row` is the row's id, for claims its identity (hex). */
export type EnvelopePlace = { table: string; column: string; customerId: string; row: string };

const pool = Buffer.allocUnsafe(12 * 1024);
let poolAt = pool.length;

function nextNonce(): Buffer {
  if (poolAt >= pool.length) {
    randomFillSync(pool);
    poolAt = 0;
  }
  const nonce = pool.subarray(poolAt, poolAt + 12);
  poolAt += 12;
  return nonce;
}

function associatedData(place: EnvelopePlace): Buffer {
  const parts = ["v1", place.table, place.column, place.customerId, place.row];
  return Buffer.from(parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join(""), "utf8");
}

/**
 * Seals text as `0x01 | keyId u16 | nonce 12 | ciphertext | tag 16` with AES-256-GCM (NIST SP 800-38D),
 * padded to 16-byte steps so that lengths say little.
 */
export function sealText(key: Buffer | KeyObject, keyId: number, place: EnvelopePlace, text: string): Buffer {
  const length = Buffer.byteLength(text);
  const padded = Buffer.alloc(Math.ceil((length + 4) / bucket) * bucket);
  padded.writeUInt32BE(length, 0);
  padded.write(text, 4, "utf8");
  return sealBytes(key, keyId, place, padded);
}

/** Opens what `sealText` made; throws when it was altered or moved. */
export function openText(key: Buffer | KeyObject, place: EnvelopePlace, envelope: Buffer): string {
  const padded = openBytes(key, place, envelope);
  return padded.toString("utf8", 4, 4 + padded.readUInt32BE(0));
}

/** As `sealText`, for bytes, without padding. */
export function sealBytes(key: Buffer | KeyObject, keyId: number, place: EnvelopePlace, bytes: Uint8Array): Buffer {
  const header = Buffer.allocUnsafe(headerLength);
  header[0] = version;
  header.writeUInt16BE(keyId, 1);
  nextNonce().copy(header, 3);
  const cipher = createCipheriv("aes-256-gcm", key, header.subarray(3), { authTagLength: 16 });
  cipher.setAAD(associatedData(place));
  return Buffer.concat([header, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `sealBytes` made; throws when it was altered or moved. */
export function openBytes(key: Buffer | KeyObject, place: EnvelopePlace, envelope: Buffer): Buffer {
  if (envelope.length < headerLength + 16 || envelope[0] !== version) throw new Error("Envelope has an unknown form");
  const decipher = createDecipheriv("aes-256-gcm", key, envelope.subarray(3, headerLength), { authTagLength: 16 });
  decipher.setAAD(associatedData(place));
  decipher.setAuthTag(envelope.subarray(envelope.length - 16));
  return Buffer.concat([decipher.update(envelope.subarray(headerLength, envelope.length - 16)), decipher.final()]);
}

/** Number of the data key that sealed an envelope. */
export function keyIdOf(envelope: Buffer): number {
  return envelope.readUInt16BE(1);
}

import { createCipheriv, createDecipheriv, randomFillSync } from "node:crypto";
import type { KeyObject } from "node:crypto";

const version = 0x01;
const bucket = 16;
const headerLength = 15;
const tagLength = 16;
const textPrefix = 4;
const cipherOptions = { authTagLength: tagLength } as const;

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

const lengthPrefixed = (parts: readonly string[]) => parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join("");

function associatedData(place: EnvelopePlace): Buffer {
  return Buffer.from(lengthPrefixed(["v1", place.table, place.column, place.customerId, place.row]), "utf8");
}

/** Encrypts what lies in the middle of an envelope and puts header and tag around it, in place. */
function sealInPlace(key: Buffer | KeyObject, keyId: number, associated: Buffer, envelope: Buffer): void {
  const nonce = nextNonce();
  const cipher = createCipheriv("aes-256-gcm", key, nonce, cipherOptions);
  cipher.setAAD(associated);
  const end = envelope.length - tagLength;
  const sealed = cipher.update(envelope.subarray(headerLength, end));
  cipher.final();
  envelope[0] = version;
  envelope.writeUInt16BE(keyId, 1);
  envelope.set(nonce, 3);
  envelope.set(sealed, headerLength);
  envelope.set(cipher.getAuthTag(), end);
}

/** Bytes that the envelope of a text can take at most. */
export function envelopeRoom(text: string): number {
  return headerLength + textPrefix + text.length * 3 + bucket + tagLength;
}

/** Lays a text out where its envelope shall be, still open; answers with the envelope's length. `envelopeRoom` bytes must be free at `at`. */
export function layOutText(text: string, target: Buffer, at: number): number {
  const start = at + headerLength;
  const length = target.write(text, start + textPrefix, "utf8");
  target.writeUInt32BE(length, start);
  const padded = Math.ceil((length + textPrefix) / bucket) * bucket;
  target.fill(0, start + textPrefix + length, start + padded);
  return headerLength + padded + tagLength;
}

/** Seals what `layOutText` laid out as the envelope of `row`; once only, for it happens in place. */
export type ColumnSealer = (envelope: Buffer, row: string) => void;

/** Seals many rows of one column; what their places share is prepared once. All rows have ids of one length, in ASCII. */
export function columnSealer(key: Buffer | KeyObject, keyId: number, place: Omit<EnvelopePlace, "row">, rowLength: number): ColumnSealer {
  const associated = associatedData({ ...place, row: "0".repeat(rowLength) });
  const rowAt = associated.length - rowLength;
  return (envelope, row) => {
    if (row.length !== rowLength) throw new Error("The row's id has another length than its column's");
    associated.write(row, rowAt, "latin1");
    sealInPlace(key, keyId, associated, envelope);
  };
}

/**
 * Seals text as `0x01 | keyId u16 | nonce 12 | ciphertext | tag 16` with AES-256-GCM (NIST SP 800-38D),
 * padded to 16-byte steps so that lengths say little.
 */
export function sealText(key: Buffer | KeyObject, keyId: number, place: EnvelopePlace, text: string): Buffer {
  const room = Buffer.allocUnsafe(envelopeRoom(text));
  const envelope = room.subarray(0, layOutText(text, room, 0));
  sealInPlace(key, keyId, associatedData(place), envelope);
  return envelope;
}

/** Opens what `sealText` made; throws when it was altered or moved. */
export function openText(key: Buffer | KeyObject, place: EnvelopePlace, envelope: Buffer): string {
  const padded = openBytes(key, place, envelope);
  return padded.toString("utf8", 4, 4 + padded.readUInt32BE(0));
}

/** As `sealText`, for bytes, without padding. */
export function sealBytes(key: Buffer | KeyObject, keyId: number, place: EnvelopePlace, bytes: Uint8Array): Buffer {
  const envelope = Buffer.allocUnsafe(headerLength + bytes.length + tagLength);
  envelope.set(bytes, headerLength);
  sealInPlace(key, keyId, associatedData(place), envelope);
  return envelope;
}

/** Opens what `sealBytes` made; throws when it was altered or moved. */
export function openBytes(key: Buffer | KeyObject, place: EnvelopePlace, envelope: Buffer): Buffer {
  if (envelope.length < headerLength + tagLength || envelope[0] !== version) throw new Error("Envelope has an unknown form");
  const decipher = createDecipheriv("aes-256-gcm", key, envelope.subarray(3, headerLength), cipherOptions);
  decipher.setAAD(associatedData(place));
  decipher.setAuthTag(envelope.subarray(envelope.length - tagLength));
  return Buffer.concat([decipher.update(envelope.subarray(headerLength, envelope.length - tagLength)), decipher.final()]);
}

/** Number of the data key that sealed an envelope. */
export function keyIdOf(envelope: Buffer): number {
  return envelope.readUInt16BE(1);
}

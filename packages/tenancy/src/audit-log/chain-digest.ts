import { createHash } from "node:crypto";

export type ChainEntry = {
  seq: number;
  eventId: string;
  customerId: string;
  atMicroseconds: string;
  actor: string;
  action: string;
  entity: string;
  entityId: string | null;
  requestId: string | null;
  payload: string;
};

const uuidBytes = (id: string) => Buffer.from(id.replaceAll("-", ""), "hex");

function long(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(value);
  return bytes;
}

function lengthPrefixed(text: string | null): Buffer {
  if (text === null) return Buffer.from("ffffffff", "hex");
  const bytes = Buffer.from(text, "utf8");
  const length = Buffer.alloc(4);
  length.writeInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** The link's hash, computed apart from the database: SHA-256 over version, previous hash, number, ids, time and length-prefixed fields. */
export function chainDigest(previous: Buffer, entry: ChainEntry): Buffer {
  const fields = [entry.actor, entry.action, entry.entity, entry.entityId, entry.requestId, entry.payload].map(lengthPrefixed);
  return createHash("sha256")
    .update(Buffer.from([1]))
    .update(previous)
    .update(long(BigInt(entry.seq)))
    .update(uuidBytes(entry.customerId))
    .update(uuidBytes(entry.eventId))
    .update(long(BigInt(entry.atMicroseconds)))
    .update(Buffer.concat(fields))
    .digest();
}

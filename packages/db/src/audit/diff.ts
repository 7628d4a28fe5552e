import { keyedDigest, phiMap } from "@upstream/core";
import type { ColumnClass } from "@upstream/core";

export type Change = { from: unknown; to: unknown };
export type Changes = Record<string, Change>;

const HIDDEN: ReadonlySet<ColumnClass> = new Set(["phi", "secret"]);

function snakeOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function plain(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Date) return value.toISOString();
  return value === undefined ? null : value;
}

function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => plain(inner)) ?? "null";
}

/** Which table's classes apply: `payerMapping` and `payer-mapping` are rows of `payer_mappings`. */
function tableOf(entity: string): string {
  return `${snakeOf(entity).replaceAll("-", "_")}s`;
}

/** Fields that differ, with both values; those of class phi or secret, and all bytes, only as keyed digests. */
export function diff(place: { entity: string; digestKey: Buffer }, before: object, after: object): Changes {
  const classes = phiMap[place.entity] ?? phiMap[tableOf(place.entity)] ?? {};
  const shown = (field: string, value: unknown): unknown => {
    const isHidden = value instanceof Uint8Array || HIDDEN.has(classes[field] ?? classes[snakeOf(field)] ?? "none");
    return isHidden && value !== null ? keyedDigest(place.digestKey, jsonOf(value)) : plain(value);
  };
  const changes: Changes = {};
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const from: unknown = Reflect.get(before, field);
    const to: unknown = Reflect.get(after, field);
    if (jsonOf(from) !== jsonOf(to)) changes[field] = { from: shown(field, from), to: shown(field, to) };
  }
  return changes;
}

import { hash } from "node:crypto";
import { boundedCache } from "./clean-text.ts";
import type { ClaimRow } from "./claim-row.ts";
import { rowValuesText } from "./row-fingerprint.ts";

/** Length in hex digits of an identity (12 bytes of the claim id, 8 of its line) and of a values hash. */
export const identityHexLength = 40;
export const valuesHexLength = 32;
const claimPartLength = 24;

export type RowDigest = { identity: string; values: string };

export type RowDigester = {
  /** Identity and values of a row as hex. */
  digest(row: ClaimRow, into: RowDigest): void;
  /** The hex with which every identity of this claim id begins: a search by claim id is a range of the identity index. */
  claimPrefix(claimId: string): string;
};

/**
 * Digests keyed by the customer, so that nobody can try values against them.
 * Identity: claim id and line (without a line number: procedure and modifiers); without a claim id, a fingerprint of the whole row.
 */
export function rowDigester(key: Buffer): RowDigester {
  const prefix = key.toString("hex");
  const digestOf = (text: string) => hash("sha256", prefix + text, "hex");
  const linePart = boundedCache(8192, (text) => digestOf(text).slice(0, identityHexLength - claimPartLength));
  const claimPrefix = (claimId: string) => digestOf(`claim\u001F${claimId}`).slice(0, claimPartLength);
  return {
    claimPrefix,
    digest: (row, into) => {
      const values = digestOf(rowValuesText(row));
      into.values = values.slice(0, valuesHexLength);
      if (row.claimId === "") {
        into.identity = digestOf(`row\u001F${values}`).slice(0, identityHexLength);
        return;
      }
      const line = row.lineNumber === "" ? `code\u001F${row.cpt}\u001F${row.modifiers}` : `line\u001F${row.lineNumber}`;
      into.identity = claimPrefix(row.claimId) + linePart(line);
    },
  };
}

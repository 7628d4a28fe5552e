import type { ClaimRow } from "../csv/claim-row.ts";
import { isException } from "./admit-row.ts";
import { stagedColumnCount } from "./claim-values.ts";
import type { CopyBuffer } from "./copy-buffer.ts";

/** Where a record's identity and values hash lie: all fields before them have one length in every row. */
const identityAt = 74;
const valuesAt = 98;
const identityBytes = 20;
const valuesBytes = 16;

/** What a record holds beside the row's own cells. */
export type RecordFacts = {
  identity: string;
  values: string;
  payerId: string;
  group: string;
  /** 16 bytes each as latin1 characters; empty where there is no such reference. */
  patientIndex: string;
  memberIndex: string;
  /** The person's data as JSON, still open; empty where there is none. */
  person: string;
};

export type RecordKeys = { customer: Uint8Array; id: Uint8Array; upload: Uint8Array; phiKey: number };

function writeValues(into: CopyBuffer, row: ClaimRow, facts: RecordFacts): void {
  into.uuid(facts.payerId);
  into.text(row.cpt);
  into.text(facts.group);
  into.text(row.modifiers);
  into.date(row.submittedDay);
  into.date(row.decidedDay);
  into.text(row.outcome ?? "OTHER");
  into.text(row.claimId);
  into.text(row.lineNumber);
  into.int8(row.billedCents);
  into.int8(row.allowedCents);
  into.int8(row.paidCents);
  into.date(row.paymentDay);
  into.date(row.serviceDay);
  into.text(row.denialReasonCode);
  into.text(row.denialCodes);
  into.text(row.denialText);
  into.text(row.remarkCodes);
  into.text(row.diagnosisCodes);
  into.int2(row.units);
  into.text(row.providerNpi);
  into.text(row.facility);
  into.text(row.placeOfService);
  into.text(row.planType);
  into.flag(row.authorizationRequired);
  into.text(row.authorizationNumber);
  into.flag(row.authorizationObtained);
  into.flag(isException(row));
  into.flag(row.outcome !== "PENDING");
}

/** Writes a row in the order of `stagedColumns`; answers with the place of its envelope, which is still open, or -1 where there is no person. */
export function writeRecord(into: CopyBuffer, row: ClaimRow, keys: RecordKeys, facts: RecordFacts): number {
  into.begin(stagedColumnCount);
  into.bytes(keys.customer);
  into.bytes(keys.id);
  into.bytes(keys.upload);
  into.int4(row.rowNo);
  into.hex(facts.identity);
  into.hex(facts.values);
  writeValues(into, row, facts);
  into.latin1(facts.patientIndex);
  into.latin1(facts.memberIndex);
  into.int2(facts.person === "" ? null : keys.phiKey);
  if (facts.person !== "") return into.openEnvelope(facts.person);
  into.absent();
  return -1;
}

/** Identity of the row whose record begins at `from`, as hex. */
export function identityIn(records: CopyBuffer, from: number): string {
  return records.slice(from + identityAt, from + identityAt + identityBytes).toString("hex");
}

/** Writes what finds a record's claim again: its identity and its values hash. */
export function writeDigests(into: CopyBuffer, records: CopyBuffer, from: number): void {
  into.bytes(records.slice(from + identityAt, from + identityAt + identityBytes));
  into.bytes(records.slice(from + valuesAt, from + valuesAt + valuesBytes));
}

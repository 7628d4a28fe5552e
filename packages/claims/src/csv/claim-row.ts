import type { Outcome } from "./read-outcome.ts";

/** How a row stands to rows seen before: alone, a copy or a twin (same claim, other values) within the file, or a claim of an earlier file. */
export type Sighting = "first" | "copy" | "twin" | "updated" | "unchanged";

/**
 * One row in normal form. Empty text means absent; days are days since 1970-01-01; money is whole cents.
 * The reader fills one object again and again, so a row must not be kept beyond its turn.
 */
export type ClaimRow = {
  rowNo: number;
  payer: string;
  cpt: string;
  modifiers: string;
  submittedDay: number | null;
  decidedDay: number | null;
  paymentDay: number | null;
  serviceDay: number | null;
  outcome: Outcome | null;
  claimId: string;
  lineNumber: string;
  billedCents: number | null;
  allowedCents: number | null;
  paidCents: number | null;
  denialCodes: string;
  denialReasonCode: string;
  denialText: string;
  remarkCodes: string;
  diagnosisCodes: string;
  units: number | null;
  providerNpi: string;
  facility: string;
  placeOfService: string;
  planType: string;
  authorizationRequired: boolean | null;
  authorizationNumber: string;
  authorizationObtained: boolean | null;
  patientRef: string;
  memberId: string;
  patientName: string;
  patientDob: string;
  sighting: Sighting;
  /** Columns (bits of `columnBit`) with any text in this row. */
  present: number;
  /** Columns whose text fits no accepted spelling. */
  unreadable: number;
  /** Columns read after a repair that the person should know of: a spreadsheet's date serial, a lost zero. */
  repaired: number;
  /** Columns whose text is longer than they can hold. */
  tooLong: number;
};

/** A row without content. */
export function emptyRow(): ClaimRow {
  return {
    rowNo: 0,
    payer: "",
    cpt: "",
    modifiers: "",
    submittedDay: null,
    decidedDay: null,
    paymentDay: null,
    serviceDay: null,
    outcome: null,
    claimId: "",
    lineNumber: "",
    billedCents: null,
    allowedCents: null,
    paidCents: null,
    denialCodes: "",
    denialReasonCode: "",
    denialText: "",
    remarkCodes: "",
    diagnosisCodes: "",
    units: null,
    providerNpi: "",
    facility: "",
    placeOfService: "",
    planType: "",
    authorizationRequired: null,
    authorizationNumber: "",
    authorizationObtained: null,
    patientRef: "",
    memberId: "",
    patientName: "",
    patientDob: "",
    sighting: "first",
    present: 0,
    unreadable: 0,
    repaired: 0,
    tooLong: 0,
  };
}

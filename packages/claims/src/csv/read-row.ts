import { isoOf } from "@upstream/core";
import { CellReader } from "./cell-reader.ts";
import type { ClaimRow } from "./claim-row.ts";
import { boundedCache } from "./clean-text.ts";
import { columnBit } from "./columns.ts";
import type { DateOrderEvidence } from "./date-order.ts";
import type { DetectedColumns } from "./detect-columns.ts";
import { readAmount } from "./read-amount.ts";
import * as codes from "./read-codes.ts";
import { dateReader } from "./read-date.ts";
import { outcomeReader } from "./read-outcome.ts";

export type RowReader = { read(cells: readonly string[], rowNo: number, row: ClaimRow): void };

/** Spellings seen before: files repeat few values many times. */
function createCaches() {
  return {
    outcome: outcomeReader(),
    procedure: boundedCache(8192, codes.readProcedure),
    modifiers: boundedCache(1024, codes.readModifiers),
    denial: boundedCache(4096, codes.readDenialCodes),
    diagnoses: boundedCache(8192, codes.readDiagnoses),
    remarks: boundedCache(4096, codes.readRemarks),
  };
}

type Caches = ReturnType<typeof createCaches>;

const valueOf = (text: string) => (codes.isPlaceholder(text) ? "" : text);

function readIdentity(cell: CellReader, row: ClaimRow): void {
  const claimId = cell.text("claim_id");
  const isShared = claimId !== "" && codes.isSharedId(claimId);
  if (isShared) row.unreadable |= columnBit.claim_id;
  row.claimId = isShared ? "" : claimId;
  const line = cell.text("line_number");
  row.lineNumber = line === "" ? "" : codes.readLineNumber(line);
}

function readProcedureCells(cell: CellReader, caches: Caches, row: ClaimRow): void {
  const found = caches.procedure(valueOf(cell.text("cpt")));
  const listed = cell.text("modifiers");
  row.cpt = found.code;
  row.modifiers = listed === "" ? found.modifiers : joinModifiers(found.modifiers, caches.modifiers(listed));
  if (row.modifiers.length === 1) {
    row.unreadable |= columnBit.modifiers;
    row.modifiers = "";
  }
  if (row.cpt.length > 16) row.tooLong |= columnBit.cpt;
}

function readOutcomeCells(cell: CellReader, caches: Caches, row: ClaimRow): void {
  const word = cell.text("outcome");
  const found = word === "" ? null : caches.outcome(word);
  row.outcome = found === null ? null : found.outcome;
  if (found !== null && !found.known) row.unreadable |= columnBit.outcome;
  const reading = caches.denial(cell.text("denial_reason_code"));
  row.denialCodes = reading.codes;
  row.denialReasonCode = reading.primary;
  if (reading.malformed) row.unreadable |= columnBit.denial_reason_code;
  row.denialText = cell.text("denial_reason_text");
  const remarks = caches.remarks(cell.text("remark_codes"));
  row.remarkCodes = remarks.codes;
  if (remarks.malformed) row.unreadable |= columnBit.remark_codes;
}

function readCodeCells(cell: CellReader, caches: Caches, row: ClaimRow): void {
  const listed = cell.text("diagnosis_codes");
  row.diagnosisCodes = listed === "" ? "" : caches.diagnoses(listed);
  row.units = cell.parsed("units", codes.readUnits);
  row.providerNpi = cell.text("provider_npi").replaceAll(" ", "");
  row.facility = cell.text("facility");
  row.planType = cell.text("plan_type");
  const place = cell.text("place_of_service");
  const pos = place === "" ? undefined : codes.readPlaceOfService(place);
  row.placeOfService = pos?.code ?? "";
  if (pos?.repaired) row.repaired |= columnBit.place_of_service;
  row.authorizationRequired = cell.parsed("authorization_required", codes.readYesNo);
  row.authorizationNumber = cell.text("authorization_number");
  row.authorizationObtained = cell.parsed("authorization_obtained", codes.readYesNo);
}

function readDates(cell: CellReader, row: ClaimRow): void {
  row.submittedDay = cell.day("submitted_date");
  row.decidedDay = cell.day("decided_date");
  row.paymentDay = cell.day("payment_date");
  row.serviceDay = cell.day("service_date");
}

function readAmounts(cell: CellReader, row: ClaimRow): void {
  row.billedCents = cell.parsed("billed_amount", readAmount);
  row.allowedCents = cell.parsed("allowed_amount", readAmount);
  row.paidCents = cell.parsed("paid_amount", readAmount);
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/** Reads cells into a row's normal form, in every accepted spelling; flags what it could not read instead of guessing. */
export function rowReader(columns: DetectedColumns, dayFirst: boolean, order: DateOrderEvidence): RowReader {
  const date = dateReader(dayFirst);
  const cell = new CellReader(columns, date, order);
  const caches = createCaches();
  const readPersonCells = (row: ClaimRow) => {
    row.patientRef = cell.text("patient_ref");
    row.memberId = cell.text("member_id");
    row.patientName = cell.text("patient_name");
    const born = cell.text("patient_dob");
    const bornDay = born === "" ? null : date(born).day;
    row.patientDob = bornDay === null || isoDate.test(born) ? born : isoOf(bornDay);
  };
  return {
    read: (cells, rowNo, row) => {
      row.rowNo = rowNo;
      row.sighting = "first";
      cell.open(cells, row);
      row.payer = valueOf(cell.text("payer"));
      readProcedureCells(cell, caches, row);
      readDates(cell, row);
      readOutcomeCells(cell, caches, row);
      readAmounts(cell, row);
      readIdentity(cell, row);
      readCodeCells(cell, caches, row);
      readPersonCells(row);
    },
  };
}

function joinModifiers(fromCode: string, listed: string): string {
  if (fromCode === "") return listed;
  const all = fromCode.split(";");
  for (const modifier of listed.split(";")) if (!all.includes(modifier)) all.push(modifier);
  return all.join(";");
}

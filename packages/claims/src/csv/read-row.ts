import type { ClaimRow } from "./claim-row.ts";
import { boundedCache, cleanText } from "./clean-text.ts";
import { columnAt, columnBit, columnIds, columnSpecs } from "./columns.ts";
import type { ColumnId } from "./columns.ts";
import type { DateOrderEvidence } from "./date-order.ts";
import type { DetectedColumns } from "./detect-columns.ts";
import { readAmount } from "./read-amount.ts";
import * as codes from "./read-codes.ts";
import { dateReader } from "./read-date.ts";
import { outcomeReader } from "./read-outcome.ts";
import { isoOf } from "@upstream/core";

export type RowReader = { read(cells: readonly string[], rowNo: number, row: ClaimRow): void };

type Cells = { cells: readonly string[]; row: ClaimRow };

const limits = columnIds.map((id) => columnSpecs[id].max as number);

/** Reads cells into a row's normal form, in every accepted spelling; flags what it could not read instead of guessing. */
export function rowReader(columns: DetectedColumns, dayFirst: boolean, order: DateOrderEvidence): RowReader {
  const at: Record<ColumnId, number> = Object.fromEntries(columnIds.map((id) => [id, columns.cellOf[columnAt[id]] ?? -1])) as Record<ColumnId, number>;
  const now: Cells = { cells: [], row: undefined as unknown as ClaimRow };
  const date = dateReader(dayFirst);
  const outcome = outcomeReader();
  const procedure = boundedCache(8192, codes.readProcedure);
  const modifiers = boundedCache(1024, codes.readModifiers);
  const denial = boundedCache(4096, codes.readDenialCodes);
  const diagnoses = boundedCache(8192, codes.readDiagnoses);
  const remarks = boundedCache(4096, (text) => codes.readList(text).join(";"));

  const text = (id: ColumnId): string => {
    const place = at[id];
    if (place < 0) return "";
    const cell = now.cells[place];
    if (cell === undefined || cell === "") return "";
    const clean = cleanText(cell);
    if (clean === "") return "";
    now.row.present |= columnBit[id];
    if (clean.length <= (limits[columnAt[id]] ?? 0)) return clean;
    now.row.tooLong |= columnBit[id];
    return "";
  };
  const day = (id: ColumnId): number | null => {
    const value = text(id);
    if (value === "") return null;
    const reading = date(value);
    if (reading.order !== "any") order.add(id, reading, now.row.rowNo, value);
    if (reading.day === null) now.row.unreadable |= columnBit[id];
    else if (reading.serial) now.row.repaired |= columnBit[id];
    return reading.day;
  };
  const parsed = <V>(id: ColumnId, parse: (value: string) => V | undefined): V | null => {
    const value = text(id);
    if (value === "") return null;
    const found = parse(value);
    if (found !== undefined) return found;
    now.row.unreadable |= columnBit[id];
    return null;
  };

  const readIdentity = (row: ClaimRow) => {
    const claimId = text("claim_id");
    const destroyed = claimId !== "" && codes.isDestroyedId(claimId);
    if (destroyed) row.unreadable |= columnBit.claim_id;
    row.claimId = destroyed ? "" : claimId;
    const line = text("line_number");
    row.lineNumber = line === "" ? "" : codes.readLineNumber(line);
  };
  const readProcedureCells = (row: ClaimRow) => {
    const found = procedure(text("cpt"));
    const listed = text("modifiers");
    row.cpt = found.code;
    row.modifiers = listed === "" ? found.modifiers : joinModifiers(found.modifiers, modifiers(listed));
    if (row.cpt.length > 16) row.tooLong |= columnBit.cpt;
  };
  const readOutcomeCells = (row: ClaimRow) => {
    const word = text("outcome");
    const found = word === "" ? null : outcome(word);
    row.outcome = found === null ? null : found.outcome;
    if (found !== null && !found.known) row.unreadable |= columnBit.outcome;
    const listed = text("denial_reason_code");
    const reading = denial(listed);
    row.denialCodes = reading.codes;
    row.denialReasonCode = reading.primary;
    if (reading.malformed) row.unreadable |= columnBit.denial_reason_code;
    row.denialText = text("denial_reason_text");
    const remark = text("remark_codes");
    row.remarkCodes = remark === "" ? "" : remarks(remark);
  };
  const readCodeCells = (row: ClaimRow) => {
    const listed = text("diagnosis_codes");
    row.diagnosisCodes = listed === "" ? "" : diagnoses(listed);
    row.units = parsed("units", codes.readUnits);
    row.providerNpi = text("provider_npi").replaceAll(" ", "");
    row.facility = text("facility");
    row.planType = text("plan_type");
    const place = text("place_of_service");
    const pos = place === "" ? undefined : codes.readPlaceOfService(place);
    row.placeOfService = pos?.code ?? "";
    if (pos?.repaired) row.repaired |= columnBit.place_of_service;
    row.authorizationRequired = parsed("authorization_required", codes.readYesNo);
    row.authorizationNumber = text("authorization_number");
    row.authorizationObtained = parsed("authorization_obtained", codes.readYesNo);
  };
  const readPersonCells = (row: ClaimRow) => {
    row.patientRef = text("patient_ref");
    row.memberId = text("member_id");
    row.patientName = text("patient_name");
    const born = text("patient_dob");
    const bornDay = born === "" ? null : date(born).day;
    row.patientDob = bornDay === null ? born : isoOf(bornDay);
  };

  return {
    read: (cells, rowNo, row) => {
      now.cells = cells;
      now.row = row;
      row.rowNo = rowNo;
      row.present = 0;
      row.unreadable = 0;
      row.repaired = 0;
      row.tooLong = 0;
      row.sighting = "first";
      row.payer = text("payer");
      readProcedureCells(row);
      row.submittedDay = day("submitted_date");
      row.decidedDay = day("decided_date");
      row.paymentDay = day("payment_date");
      row.serviceDay = day("service_date");
      readOutcomeCells(row);
      row.billedCents = parsed("billed_amount", readAmount);
      row.allowedCents = parsed("allowed_amount", readAmount);
      row.paidCents = parsed("paid_amount", readAmount);
      readIdentity(row);
      readCodeCells(row);
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

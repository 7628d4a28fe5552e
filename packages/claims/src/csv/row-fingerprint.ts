import type { ClaimRow } from "./claim-row.ts";

const unit = "\u001F";

/**
 * All stored values of a row as one text, in a fixed order; equal texts mean equal values.
 * It holds a person's data: only its keyed digest may leave the process.
 */
export function rowValuesText(row: ClaimRow): string {
  return (
    row.payer +
    unit +
    row.cpt +
    unit +
    row.modifiers +
    unit +
    row.submittedDay +
    unit +
    row.decidedDay +
    unit +
    row.outcome +
    unit +
    row.billedCents +
    unit +
    row.allowedCents +
    unit +
    row.paidCents +
    unit +
    row.paymentDay +
    unit +
    row.serviceDay +
    unit +
    row.denialCodes +
    unit +
    row.denialText +
    unit +
    row.remarkCodes +
    unit +
    row.diagnosisCodes +
    unit +
    row.units +
    unit +
    row.providerNpi +
    unit +
    row.facility +
    unit +
    row.placeOfService +
    unit +
    row.planType +
    unit +
    row.authorizationRequired +
    unit +
    row.authorizationNumber +
    unit +
    row.authorizationObtained +
    unit +
    row.patientRef +
    unit +
    row.memberId +
    unit +
    row.patientName +
    unit +
    row.patientDob +
    unit +
    row.lineNumber
  );
}

/** Columns of a claim line that a later file may change, in the order of every COPY and INSERT. */
export const valueColumns = [
  "payer_id",
  "cpt",
  "cpt_group",
  "modifiers",
  "submitted_date",
  "decided_date",
  "outcome",
  "claim_number",
  "line_number",
  "billed_cents",
  "allowed_cents",
  "paid_cents",
  "payment_date",
  "service_date",
  "denial_reason_code",
  "denial_codes",
  "denial_text",
  "remark_codes",
  "diagnosis_codes",
  "units",
  "provider_npi",
  "facility",
  "place_of_service",
  "plan_type",
  "authorization_required",
  "authorization_number",
  "authorization_obtained",
  "is_exception",
  "is_first_decision",
  "patient_bidx",
  "member_bidx",
  "phi_key",
  "phi",
] as const;

const keyColumns = ["customer_id", "id", "upload_id", "row_no", "identity", "values_hash"] as const;

export const stagedColumnCount = keyColumns.length + valueColumns.length;

/** All columns that a file fills, as SQL. */
export const stagedColumns = [...keyColumns, ...valueColumns].join(", ");

/** The same, each with a table's alias. */
export function stagedColumnsOf(alias: string): string {
  return [...keyColumns, ...valueColumns].map((column) => `${alias}.${column}`).join(", ");
}

/** `SET` list that takes row number, hash and values from another row; the first-decision mark is set apart. */
export function assignmentsFrom(alias: string): string {
  const columns = ["row_no", "values_hash", ...valueColumns.filter((column) => column !== "is_first_decision")];
  return columns.map((column) => `${column} = ${alias}.${column}`).join(", ");
}

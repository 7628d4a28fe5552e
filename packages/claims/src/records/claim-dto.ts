import type { ClaimId, PayerId, UploadId } from "@upstream/core";
import type { ClaimDetailDto, ClaimDto } from "../schemas.ts";

/** Select list of a claim in a list, over `claims c JOIN payers p`. */
export const claimColumns = `c.id::text AS id, c.claim_number AS "claimNumber", p.name AS payer, c.payer_id::text AS "payerId", c.cpt, c.cpt_group AS "cptGroup", c.outcome,
  c.submitted_date AS "submittedDate", c.decided_date AS "decidedDate", c.billed_cents AS "billedCents", c.allowed_cents AS "allowedCents", c.paid_cents AS "paidCents",
  c.denial_reason_code AS "denialReasonCode"`;

export const claimTables = "claims c JOIN payers p ON p.customer_id = c.customer_id AND p.id = c.payer_id";

/** Select list of a single claim; a person's envelope comes along sealed. */
export const claimDetailColumns = `${claimColumns}, c.line_number AS "lineNumber", c.modifiers, c.payment_date AS "paymentDate", c.service_date AS "serviceDate", c.denial_codes AS "denialCodes",
  c.denial_text AS "denialText", c.remark_codes AS "remarkCodes", c.diagnosis_codes AS "diagnosisCodes", c.units, c.provider_npi AS "providerNpi", c.facility,
  c.place_of_service AS "placeOfService", c.plan_type AS "planType", c.authorization_required AS "authorizationRequired", c.authorization_number AS "authorizationNumber",
  c.authorization_obtained AS "authorizationObtained", c.version, c.upload_id::text AS "uploadId", c.row_no AS "rowNo", c.updated_at AS "updatedAt", c.identity, c.phi`;

export type ClaimRecord = Omit<ClaimDto, "id" | "payerId"> & { id: ClaimId; payerId: PayerId };

export type ClaimDetailRecord = ClaimRecord &
  Omit<
    ClaimDetailDto,
    keyof ClaimDto | "modifiers" | "denialCodes" | "remarkCodes" | "diagnosisCodes" | "updatedAt" | "uploadId" | "protectedFields"
  > & {
    modifiers: string | null;
    denialCodes: string | null;
    remarkCodes: string | null;
    diagnosisCodes: string | null;
    updatedAt: Date;
    uploadId: UploadId;
    identity: Buffer;
    phi: Buffer | null;
  };

/** A claim as answered in lists. */
export function toClaimDto(row: ClaimRecord): ClaimDto {
  const {
    id,
    claimNumber,
    payer,
    payerId,
    cpt,
    cptGroup,
    outcome,
    submittedDate,
    decidedDate,
    billedCents,
    allowedCents,
    paidCents,
    denialReasonCode,
  } = row;
  return {
    id,
    claimNumber,
    payer,
    payerId,
    cpt,
    cptGroup,
    outcome,
    submittedDate,
    decidedDate,
    billedCents,
    allowedCents,
    paidCents,
    denialReasonCode,
  };
}

const listOf = (text: string | null) => (text === null ? [] : text.split(";"));

/** A claim with all its values but a person's; of those it names only which are on file. */
export function toClaimDetailDto(row: ClaimDetailRecord, protectedFields: ClaimDetailDto["protectedFields"]): ClaimDetailDto {
  return {
    ...toClaimDto(row),
    lineNumber: row.lineNumber,
    modifiers: listOf(row.modifiers),
    paymentDate: row.paymentDate,
    serviceDate: row.serviceDate,
    denialCodes: listOf(row.denialCodes),
    denialText: row.denialText,
    remarkCodes: listOf(row.remarkCodes),
    diagnosisCodes: listOf(row.diagnosisCodes),
    units: row.units,
    providerNpi: row.providerNpi,
    facility: row.facility,
    placeOfService: row.placeOfService,
    planType: row.planType,
    authorizationRequired: row.authorizationRequired,
    authorizationNumber: row.authorizationNumber,
    authorizationObtained: row.authorizationObtained,
    version: row.version,
    uploadId: row.uploadId,
    rowNo: row.rowNo,
    updatedAt: row.updatedAt.toISOString(),
    protectedFields,
  };
}

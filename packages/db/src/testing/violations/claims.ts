import { randomBytes, randomUUID } from "node:crypto";
import { dangling, danglingWith, longer, set, twice } from "./violation.ts";
import type { Row, Samples, World } from "./violation.ts";

async function claimRow(world: World): Promise<Row> {
  return {
    customer_id: world.customerId,
    id: randomUUID(),
    upload_id: (await world.given("public.uploads"))["id"],
    row_no: 2,
    identity: randomBytes(20),
    values_hash: randomBytes(16),
    payer_id: (await world.given("public.payers"))["id"],
    cpt: "99213",
    cpt_group: "OFFICE",
    submitted_date: "2026-01-02",
    decided_date: "2026-01-20",
    outcome: "PAID",
    is_exception: false,
    is_first_decision: true,
  };
}

const sealed = { phi: randomBytes(64), phi_key: 1 };
const pending = { outcome: "PENDING", decided_date: null };
const decisionCell = async (world: World): Promise<Row> => ({
  customer_id: world.customerId,
  payer_id: randomUUID(),
  cpt_group: "OFFICE",
  cpt: "99213",
  decided_on: "2026-01-20",
  age: 18,
  outcome: "PAID",
  is_authorization_required: false,
  reason: "",
  upload_id: randomUUID(),
  n: 1,
  billed_cents: 1,
  allowed_cents: 1,
});

export const claimSamples: Samples = {
  "public.payers": {
    build: async (world) => ({ customer_id: world.customerId, id: randomUUID(), name: "Payer", name_key: randomUUID() }),
    violations: {
      payers_pkey: twice,
      payers_customer_fk: danglingWith({ customer_id: randomUUID() }),
      payers_name_key_key: twice,
      payers_name_check: set({ name: "" }),
      payers_name_key_check: set({ name_key: "" }),
    },
  },
  "public.claims": {
    build: claimRow,
    violations: {
      claims_pkey: twice,
      claims_identity: twice,
      claims_upload_fk: dangling,
      claims_payer_fk: dangling,
      claims_row_no_check: set({ row_no: 1 }),
      claims_identity_check: set({ identity: randomBytes(19) }),
      claims_values_hash_check: set({ values_hash: randomBytes(15) }),
      claims_cpt_check: set({ cpt: "" }),
      claims_cpt_group_check: set({ cpt_group: longer(40) }),
      claims_modifiers_check: set({ modifiers: "2" }),
      claims_submitted_date_check: set({ submitted_date: "1899-12-31" }),
      claims_outcome_check: set({ outcome: "LOST" }),
      claims_decided_date_check: set({ decided_date: null }),
      claims_date_order_check: set({ decided_date: "2026-01-01" }),
      claims_claim_number_check: set({ claim_number: "" }),
      claims_line_number_check: set({ line_number: longer(32) }),
      claims_billed_cents_check: set({ billed_cents: -1 }),
      claims_allowed_cents_check: set({ allowed_cents: -1 }),
      claims_paid_cents_check: set({ paid_cents: 1_000_000_000_001 }),
      claims_denial_reason_code_check: set({ denial_reason_code: longer(16) }),
      claims_denial_codes_check: set({ denial_codes: "" }),
      claims_denial_text_check: set({ denial_text: longer(4000) }),
      claims_units_check: set({ units: 0 }),
      claims_first_decision_check: set({ ...pending, is_first_decision: true }),
      claims_phi_check: set({ phi: randomBytes(64), phi_key: null }),
      claims_patient_bidx_check: set({ ...sealed, patient_bidx: randomBytes(15) }),
      claims_member_bidx_check: set({ ...sealed, member_bidx: randomBytes(15) }),
      claims_version_check: set({ version: 0 }),
    },
  },
  "public.claim_history": {
    build: async (world) => ({
      ...(await claimRow(world)),
      version: 1,
      superseded_by: randomUUID(),
      superseded_at: "2026-02-01T00:00:00Z",
      reason: "updated",
    }),
    violations: {
      claim_history_pkey: twice,
      claim_history_upload_fk: dangling,
      claim_history_payer_fk: dangling,
      claim_history_version_check: set({ version: 0 }),
      claim_history_reason_check: set({ reason: "voided", is_voided: false }),
      claim_history_outcome_check: set({ outcome: "LOST" }),
      claim_history_decided_date_check: set({ decided_date: null }),
      claim_history_identity_check: set({ identity: randomBytes(1) }),
      claim_history_first_decision_check: set({ ...pending, is_first_decision: true }),
      claim_history_phi_check: set({ phi_key: 1 }),
    },
  },
  "public.claim_changes": {
    build: claimRow,
    violations: {
      claim_changes_pkey: twice,
      claim_changes_upload_fk: dangling,
      claim_changes_identity_check: set({ identity: randomBytes(1) }),
      claim_changes_values_hash_check: set({ values_hash: randomBytes(1) }),
      claim_changes_row_no_check: set({ row_no: 1 }),
    },
  },
  "public.rollup_submissions": {
    build: async (world) => ({
      customer_id: world.customerId,
      payer_id: randomUUID(),
      cpt_group: "OFFICE",
      cpt: "99213",
      submitted_on: "2026-01-02",
      n: 1,
    }),
    violations: { rollup_submissions_pkey: twice, rollup_submissions_n_check: set({ n: 0 }) },
  },
  "public.rollup_decisions": {
    build: decisionCell,
    violations: {
      rollup_decisions_pkey: twice,
      rollup_decisions_age_check: set({ age: -1 }),
      rollup_decisions_outcome_check: set({ outcome: "PENDING" }),
      rollup_decisions_reason_check: set({ reason: longer(16) }),
      rollup_decisions_n_check: set({ n: 0 }),
    },
  },
  "public.rollup_day_payer": {
    build: async (world) => ({
      customer_id: world.customerId,
      decided_on: "2026-01-20",
      payer_id: randomUUID(),
      n_paid: 1,
      n_denied: 0,
      n_other: 0,
      billed_cents: 1,
      allowed_cents: 1,
      paid_cents: 1,
      denied_cents: 0,
    }),
    violations: { rollup_day_payer_pkey: twice, rollup_day_payer_n_check: set({ n_paid: 0 }) },
  },
};

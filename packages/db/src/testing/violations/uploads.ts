import { randomBytes, randomUUID } from "node:crypto";
import { dangling, danglingWith, heavyJson, longer, set, twice, twiceWith } from "./violation.ts";
import type { Samples, World } from "./violation.ts";

const AT = "2026-01-02T00:00:00Z";

const ofUpload = async (world: World) => ({ customer_id: world.customerId, upload_id: (await world.given("public.uploads"))["id"] });

export const uploadSamples: Samples = {
  "public.uploads": {
    build: async (world) => ({
      customer_id: world.customerId,
      id: randomUUID(),
      filename: "claims.csv",
      status: "RECEIVED",
      sha256: randomBytes(32),
      received_at: AT,
      received_on: "2026-01-02",
      created_by: "user:1",
    }),
    violations: {
      uploads_pkey: twice,
      uploads_customer_fk: danglingWith({ customer_id: randomUUID() }),
      uploads_sha256_key: twice,
      uploads_filename_check: set({ filename: "" }),
      uploads_status_check: set({ status: "LOST" }),
      uploads_received_check: set({ sha256: null }),
      uploads_published_check: set({ status: "COMMITTED" }),
      uploads_byte_count_check: set({ byte_count: 5, bytes_read: 6 }),
      uploads_chunk_count_check: set({ chunk_count: -1 }),
      uploads_sha256_check: set({ sha256: randomBytes(31) }),
      uploads_encoding_check: set({ encoding: "ebcdic" }),
      uploads_delimiter_check: set({ delimiter: "#" }),
      uploads_mapping_check: set({ mapping: heavyJson(80_000) }),
      uploads_created_by_check: set({ created_by: "" }),
      uploads_attempts_check: set({ attempts: -1 }),
      uploads_checkpoint_row_check: set({ checkpoint_row: 0 }),
      uploads_count_check: set({ accepted_count: 1, rejected_count: -1, new_count: 1 }),
      uploads_warning_count_check: set({ warning_count: 1 }),
      uploads_row_count_check: set({ row_count: 1 }),
      uploads_accepted_count_check: set({ row_count: 1, accepted_count: 1 }),
      uploads_failure_check: set({ failure_code: "bad_header" }),
    },
  },
  "public.upload_chunks": {
    build: async (world) => ({ ...(await ofUpload(world)), chunk_no: 0, sealed: randomBytes(64) }),
    violations: {
      upload_chunks_pkey: twice,
      upload_chunks_upload_fk: dangling,
      upload_chunks_chunk_no_check: set({ chunk_no: -1 }),
      upload_chunks_sealed_check: set({ sealed: randomBytes(30) }),
    },
  },
  "public.validation_issues": {
    build: async (world) => ({
      ...(await ofUpload(world)),
      id: randomUUID(),
      row_no: 2,
      column_name: "payer",
      code: "REQ_PAYER",
      detail: "missing",
      severity: "error",
    }),
    violations: {
      validation_issues_pkey: twice,
      validation_issues_upload_fk: dangling,
      validation_issues_row_no_check: set({ row_no: 0 }),
      validation_issues_column_name_check: set({ column_name: "Mary Smith" }),
      validation_issues_code_check: set({ code: "lower" }),
      validation_issues_detail_check: set({ detail: "It was 12/31" }),
      validation_issues_severity_check: set({ severity: "fatal" }),
    },
  },
  "public.rule_settings": {
    build: async (world) => ({ customer_id: world.customerId, rule_id: `RULE_${randomBytes(6).toString("hex").toUpperCase()}` }),
    violations: {
      rule_settings_pkey: twice,
      rule_settings_rule_id_check: set({ rule_id: "lower" }),
      rule_settings_severity_check: set({ severity: "fatal" }),
      rule_settings_allowed_names_check: set({ allowed_names: Array.from({ length: 501 }, () => "x") }),
    },
  },
  "public.quality_reports": {
    build: async (world) => ({
      ...(await ofUpload(world)),
      completeness: 1,
      validity: 1,
      uniqueness: 1,
      timeliness: 1,
      consistency: 1,
      score: 1,
      grade: "A",
      facts: "{}",
    }),
    violations: {
      quality_reports_pkey: twice,
      quality_reports_upload_fk: dangling,
      quality_reports_completeness_check: set({ completeness: 1.1 }),
      quality_reports_validity_check: set({ validity: -0.1 }),
      quality_reports_uniqueness_check: set({ uniqueness: 2 }),
      quality_reports_timeliness_check: set({ timeliness: 2 }),
      quality_reports_consistency_check: set({ consistency: 2 }),
      quality_reports_score_check: set({ score: 100 }),
      quality_reports_grade_check: set({ grade: "E" }),
      quality_reports_facts_check: set({ facts: "[]" }),
    },
  },
  "public.anomalies": {
    build: async (world) => ({
      ...(await ofUpload(world)),
      id: randomUUID(),
      kind: "VOLUME",
      subject: randomUUID(),
      severity: "low",
      value: 1,
      usual: 2,
    }),
    violations: {
      anomalies_pkey: twice,
      anomalies_upload_fk: dangling,
      anomalies_once_key: twiceWith({ subject: "rows" }),
      anomalies_kind_check: set({ kind: "MOON" }),
      anomalies_subject_check: set({ subject: longer(60) }),
      anomalies_severity_check: set({ severity: "fatal" }),
      anomalies_acknowledged_check: set({ acknowledged_at: AT }),
    },
  },
  "public.upload_repeats": {
    build: async (world) => ({ ...(await ofUpload(world)), from_row: 2, claim_ids: [randomUUID()], versions: [1], row_nos: [2] }),
    violations: {
      upload_repeats_pkey: twice,
      upload_repeats_upload_fk: dangling,
      upload_repeats_from_row_check: set({ from_row: 1 }),
      upload_repeats_lengths_check: set({ versions: [1, 2] }),
    },
  },
};

import { randomUUID } from "node:crypto";
import { dangling, set, twice, twiceWith } from "./violation.ts";
import type { Samples } from "./violation.ts";

const AT = "2026-01-01T00:00:00Z";

export const jobsSamples: Samples = {
  "jobs.events": {
    build: async () => ({ id: randomUUID(), name: "upload.received", data: "{}", received_at: AT }),
    violations: {
      events_pkey: twice,
      events_id_check: set({ id: "" }),
      events_name_check: set({ name: "" }),
      events_data_check: set({ data: "[]" }),
    },
  },
  "jobs.runs": {
    build: async () => ({ id: randomUUID(), function_id: "scan-drift", event: "{}", created_at: AT }),
    violations: {
      runs_pkey: twice,
      runs_idempotency_key: twiceWith({ idempotency_key: "upload-1" }),
      runs_function_id_check: set({ function_id: "" }),
      runs_status_check: set({ status: "lost", finished_at: AT }),
      runs_finished_check: set({ status: "completed" }),
      runs_lease_check: set({ status: "failed", finished_at: AT, lease_until: AT }),
      runs_counts_check: set({ attempt: -1 }),
      runs_event_check: set({ event: "[]" }),
      runs_parent_check: set({ parent_step_id: "step" }),
    },
  },
  "jobs.run_steps": {
    build: async (world) => ({ run_id: (await world.given("jobs.runs"))["id"], step_id: randomUUID(), op: "StepRun", name: "run" }),
    violations: {
      run_steps_pkey: twice,
      run_steps_run_fk: dangling,
      run_steps_op_check: set({ op: "Fax" }),
      run_steps_memo_check: set({ memo: "{}" }),
      run_steps_wait_check: set({ wait_event: "upload.processed" }),
      run_steps_attempt_check: set({ attempt: -1 }),
    },
  },
  "jobs.cron_slots": {
    build: async () => ({ function_id: "daily-scan", schedule: randomUUID(), slot: AT }),
    violations: { cron_slots_pkey: twice },
  },
};

/** Tables of pg-boss, whose constraints are the library's own affair. */
export const foreignTables: readonly string[] = [
  "version",
  "queue",
  "schedule",
  "subscription",
  "bam",
  "job",
  "job_common",
  "warning",
  "queue_stats",
  "job_dependency",
  "instance",
].map((name) => `jobs.${name}`);

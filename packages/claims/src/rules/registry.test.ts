import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { columnIds } from "../csv/columns.ts";
import { readCells, testEnv } from "./check-cells.ts";
import { rules } from "./index.ts";
import { activeRules } from "./active-rules.ts";
import { runRules } from "./run-rules.ts";

const expected =
  "REQ_PAYER REQ_CPT REQ_SUBMITTED_DATE REQ_DECIDED_DATE REQ_OUTCOME FMT_CPT FMT_DENIAL_CODE RNG_ALLOWED_AMT RNG_BILLED_AMT RNG_PAID_AMT DATE_DECISION_AFTER_SUBMISSION DATE_SUBMITTED_NOT_FUTURE DATE_DECIDED_NOT_FUTURE DATE_TOO_OLD DATE_DECISION_LAG PHI_PAYER PHI_DENIAL REF_OUTCOME BIZ_DENIAL_REASON BIZ_PAID_LE_ALLOWED BIZ_DENIED_ZERO_PAID UNQ_ROW_IN_FILE UNQ_CLAIM_IN_CUSTOMER FMT_DATE FMT_AMOUNT FMT_CLAIM_ID FMT_NPI FMT_ICD10 FMT_MODIFIER FMT_POS BIZ_ALLOWED_LE_BILLED BIZ_PENDING_NO_DECISION BIZ_AUTH_NUMBER";
const structural = "REQ_PAYER REQ_CPT REQ_SUBMITTED_DATE REQ_DECIDED_DATE REQ_OUTCOME FMT_DATE FMT_AMOUNT";

describe("the rule registry", () => {
  it("holds the 33 rules, each once, the 23 of the seed first", () => {
    expect(rules.map((rule) => rule.id).join(" ")).toBe(expected);
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(33);
  });

  it("gives every rule a message, a remedy and a column of the claim file", () => {
    for (const rule of rules) {
      expect(rule.message.length).toBeGreaterThan(10);
      expect(rule.remedy.length).toBeGreaterThan(3);
      expect(columnIds).toContain(rule.field);
    }
  });

  it("marks exactly the structural rules", () => {
    expect(
      rules
        .filter((rule) => rule.structural)
        .map((rule) => rule.id)
        .join(" "),
    ).toBe(structural);
  });

  it("has one test beside each rule", () => {
    const files = [
      "required-payer",
      "required-cpt",
      "required-submitted-date",
      "required-decided-date",
      "required-outcome",
      "cpt-format",
      "denial-code-format",
      "allowed-amount-range",
      "billed-amount-range",
      "paid-amount-range",
      "decision-after-submission",
      "submitted-not-future",
      "decided-not-future",
      "date-too-old",
      "decision-lag",
      "phi-in-payer",
      "phi-in-denial-text",
      "outcome-known",
      "denial-reason-present",
      "paid-within-allowed",
      "denied-pays-nothing",
      "duplicate-row",
      "duplicate-claim",
      "date-format",
      "amount-format",
      "claim-id-format",
      "npi-format",
      "icd10-format",
      "modifier-format",
      "place-of-service",
      "allowed-within-billed",
      "pending-undecided",
      "authorization-number",
    ];
    expect(files).toHaveLength(33);
    for (const file of files) expect(existsSync(new URL(`./${file}.test.ts`, import.meta.url)), file).toBe(true);
  });

  it("passes a faultless row through every rule without a word", () => {
    const said: string[] = [];
    expect(runRules(activeRules([]), readCells({}), testEnv, (_, active) => said.push(active.rule.id))).toBe(true);
    expect(said).toEqual([]);
  });

  it("obeys a customer's settings, but for structural rules", () => {
    const row = readCells({ payer: "", cpt: "9", decided_date: "2026-03-01" });
    const settings = [
      { ruleId: "REQ_PAYER", enabled: false, severity: null },
      { ruleId: "FMT_CPT", enabled: false, severity: null },
      { ruleId: "DATE_DECISION_AFTER_SUBMISSION", enabled: true, severity: "warning" as const },
    ];
    const said: string[] = [];
    const stands = runRules(activeRules(settings), row, testEnv, (_, active, finding, severity) =>
      said.push(`${active.rule.id} ${finding.detail} ${severity}`),
    );
    expect(stands).toBe(false);
    expect(said).toEqual(["REQ_PAYER default error", "DATE_DECISION_AFTER_SUBMISSION default warning"]);
  });
});

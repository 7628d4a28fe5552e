import { parse } from "csv-parse/sync";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { toCsv } from "../claim-csv.ts";
import type { Scenario } from "./scenario.ts";

type Row = Record<string, string>;
type Money = { allowed: number; paid: number };

export const rcmColumns = [
  "claim_id",
  "line_number",
  "payer",
  "cpt_code",
  "units",
  "date_submitted",
  "decided_date",
  "status",
  "billed_amount",
  "allowed_amount",
  "paid_amount",
  "payment_date",
  "service_date",
  "denial_reason_code",
  "denial_reason_text",
  "diagnosis_codes",
  "npi",
  "facility",
  "plan_type",
  "patient_ref",
] as const;

/** The source's own reason words as claim adjustment reason codes. */
const reasonCodes: Record<string, string> = {
  MED: "CO-50",
  AUTH: "CO-197",
  ELIG: "CO-27",
  BUNDLE: "CO-97",
  COORD: "CO-22",
  INFO: "CO-16",
  TMF: "CO-29",
  COD: "CO-11",
  MOD: "CO-4",
  DUP: "OA-18",
};

/** An appealed claim was denied first; a partly paid one was paid. */
const outcomes: Record<string, string> = {
  Paid: "Paid",
  "Partially Paid": "Paid",
  Denied: "Denied",
  Appealed: "Denied",
  Pending: "Pending",
};

function byKey(rows: readonly Row[], key: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row[key]!, [...(groups.get(row[key]!) ?? []), row]);
  return groups;
}

const cents = (text: string | undefined): number => Math.round(Number(text ?? 0) * 100);
const dollars = (amount: number): string => (amount / 100).toFixed(2);

/** Splits a claim's cents over its lines by their charges; the parts add up exactly. */
function allocate(total: number, charges: readonly number[]): number[] {
  const sum = charges.reduce((all, charge) => all + charge, 0);
  let done = 0;
  let given = 0;
  return charges.map((charge) => {
    done += charge;
    const upTo = Math.round((total * done) / sum);
    const part = upTo - given;
    given = upTo;
    return part;
  });
}

function moneyOf(payments: readonly Row[]): Money {
  const fromPayer = payments.filter((payment) => payment["payer_id"] !== "PATIENT");
  return {
    allowed: fromPayer.reduce((sum, row) => sum + cents(row["allowed_amount"]), 0),
    paid: fromPayer.reduce((sum, row) => sum + cents(row["payment_amount"]), 0),
  };
}

type Tables = Record<"charges" | "payments" | "denials" | "encounters" | "providers" | "payers", Map<string, Row[]>>;

function rowsOfClaim(claim: Row, tables: Tables): string[][] {
  const lines = tables.charges.get(claim["encounter_id"]!) ?? [];
  const payments = tables.payments.get(claim["claim_id"]!) ?? [];
  const denial = tables.denials.get(claim["claim_id"]!)?.[0];
  const encounter = tables.encounters.get(claim["encounter_id"]!)?.[0];
  const provider = tables.providers.get(encounter?.["provider_id"] ?? "")?.[0];
  const payer = tables.payers.get(claim["payer_id"]!)?.[0];
  const status = outcomes[claim["claim_status"]!] ?? claim["claim_status"]!;
  const paidOn = payments
    .filter((row) => row["payer_id"] !== "PATIENT")
    .map((row) => row["payment_date"]!)
    .sort()[0];
  const isPaid = status === "Paid";
  const decided = status === "Denied" ? denial?.["denial_date"] : isPaid ? paidOn : undefined;
  const charges = lines.map((line) => cents(line["charge_amount"]));
  const money = isPaid ? moneyOf(payments) : { allowed: 0, paid: 0 };
  const [allowed, paid] = [allocate(money.allowed, charges), allocate(money.paid, charges)];
  return lines.map((line, index) => [
    claim["claim_id"]!,
    String(index + 1),
    payer?.["payer_name"] ?? "",
    line["cpt_code"]!,
    line["units"]!,
    claim["submission_date"]!,
    decided ?? "",
    status,
    dollars(charges[index]!),
    isPaid ? dollars(allowed[index]!) : "",
    status === "Pending" ? "" : dollars(paid[index]!),
    isPaid ? (paidOn ?? "") : "",
    line["service_date"]!,
    status === "Denied" ? (reasonCodes[denial?.["denial_reason_code"] ?? ""] ?? "") : "",
    status === "Denied" ? (denial?.["denial_reason_description"] ?? "") : "",
    line["icd10_code"]!,
    provider?.["npi"] ?? "",
    encounter?.["department"] ?? "",
    payer?.["payer_type"] ?? "",
    claim["patient_id"]!,
  ]);
}

/** Joins the seven files of a practice's revenue-cycle export into one claim file: one row for each charge of a claim. */
export function rcmAnalytics(folder: string): Scenario & { rows: string[][] } {
  const read = (name: string): Row[] => parse(readFileSync(join(folder, `${name}.csv`)), { columns: true, skip_empty_lines: true });
  const tables: Tables = {
    charges: byKey(read("charges"), "encounter_id"),
    payments: byKey(read("payments"), "claim_id"),
    denials: byKey(read("denials"), "claim_id"),
    encounters: byKey(read("encounters"), "encounter_id"),
    providers: byKey(read("providers"), "provider_id"),
    payers: byKey(read("payers"), "payer_id"),
  };
  const rows = read("claims").flatMap((claim) => rowsOfClaim(claim, tables));
  return {
    name: "rcm-analytics",
    customer: "Multi-specialty practice",
    files: [{ name: "claims.csv", csv: toCsv(rcmColumns, rows) }],
    truths: [],
    rows,
  };
}

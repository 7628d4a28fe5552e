import { addDays } from "@upstream/core";

const weeks = 44;
const perWeek = 90;
const spikeWeeks = 6;

function row(index: number, week: number, marks: { today: string; canary: string }): string {
  const submitted = addDays(marks.today, -7 * (weeks - week) - 16 + (index % 5));
  const decided = addDays(submitted, 9 + (index % 6));
  const isSpike = week >= weeks - spikeWeeks;
  const isDenied = index % 100 < (isSpike ? 45 : 8);
  const outcome = isDenied ? "denied" : "paid";
  const paid = isDenied ? "0.00" : "120.00";
  return [
    `${marks.canary}-${week}-${index}`,
    `Aetna`,
    "99213",
    submitted,
    decided,
    outcome,
    "200.00",
    "150.00",
    paid,
    isDenied ? "CO-197" : "",
    marks.canary,
    `ref-${marks.canary}-${index}`,
  ].join(",");
}

/** Some months of claims of one payer whose denials rise near the end, as a CSV file; every text that can hold it holds the canary. */
export function claimFile(today: string, canary: string): string {
  const header =
    "claim_id,payer,cpt,submitted_date,decided_date,outcome,billed_amount,allowed_amount,paid_amount,denial_reason_code,facility,patient_ref";
  const rows = Array.from({ length: weeks * perWeek }, (_, at) =>
    row((at % perWeek) * 7 + Math.floor(at / perWeek), Math.floor(at / perWeek), { today, canary }),
  );
  return [header, ...rows, `bad-${canary},,99213,not a date,,paid,1,1,1,,${canary},x`].join("\n");
}

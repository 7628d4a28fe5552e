import { isoOf } from "@upstream/core";
import type { CellRows } from "../look/build-cells.ts";

const codes: Record<string, readonly string[]> = {
  DME: ["E0110", "E0114", "E0143", "E0601", "E0260"],
  IMAGING: ["70450", "71046", "72148", "73721", "74177"],
  LAB: ["80053", "82947", "83036", "84443", "85025"],
  OFFICE: ["99203", "99204", "99212", "99213", "99214"],
  SURGERY: ["11042", "17000", "20610", "29881", "45378"],
  THERAPY: ["97110", "97112", "97140", "97161", "97530"],
};

const header = "claim_id,payer,cpt,submitted_date,decided_date,outcome,denial_reason_code,billed_amount,allowed_amount,paid_amount";

/** Simulated rows as a claim file, undecided lines included. */
export function claimFile(rows: CellRows): string {
  const lines = [header];
  const codeOf = (group: string, cpt: string) => codes[group]?.[Number(cpt.slice(1))] ?? cpt;
  const undecided = new Map<string, { row: CellRows["submissions"][number]; n: number }>();
  const keyOf = (payerId: string, cpt: string, day: number) => `${payerId}/${cpt}/${day}`;
  for (const row of rows.submissions) undecided.set(keyOf(row.payerId, row.cpt, row.submittedOn), { row, n: row.n });
  for (const row of rows.decisions) {
    const submitted = row.decidedOn - row.age;
    const open = undecided.get(keyOf(row.payerId, row.cpt, submitted));
    if (open !== undefined) open.n -= row.n;
    const allowed = (row.allowedCents / 100 / row.n).toFixed(2);
    const money = row.outcome === "PAID" ? `400.00,${allowed},${allowed}` : "400.00,,0.00";
    for (let i = 0; i < row.n; i++) {
      lines.push(
        [
          `C${lines.length}`,
          row.payerId,
          codeOf(row.cptGroup, row.cpt),
          isoOf(submitted),
          isoOf(row.decidedOn),
          row.outcome,
          row.reason ?? "",
          money,
        ].join(","),
      );
    }
  }
  for (const { row, n } of undecided.values()) {
    for (let i = 0; i < n; i++)
      lines.push(
        [`C${lines.length}`, row.payerId, codeOf(row.cptGroup, row.cpt), isoOf(row.submittedOn), "", "PENDING", "", "400.00,,"].join(","),
      );
  }
  return `${lines.join("\n")}\n`;
}

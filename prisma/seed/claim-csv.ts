import type { Line } from "./generate-claims.ts";

export const columns = [
  "Claim ID",
  "Payer",
  "CPT",
  "Units",
  "Submitted Date",
  "Decided Date",
  "Outcome",
  "Billed Amount",
  "Allowed Amount",
  "Paid Amount",
  "Payment Date",
  "Service Date",
  "Denial Reason Code",
  "Facility",
  "Authorization Required",
  "Patient Ref",
  "Member ID",
  "Patient Name",
  "Patient DOB",
] as const;

const givenNames = ["Mary", "James", "Ana", "Wei", "Priya", "Omar", "Ines", "Noah"];
const familyNames = ["Example", "Sample", "Placeholder", "Specimen", "Template"];

const isoOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const dollars = (cents: number): string => (cents / 100).toFixed(2);
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const dayUpTo = (day: number | null, asOf: number): string => (day !== null && day <= asOf ? isoOf(day) : "");

/** The line as its practice's system exports it on `asOf`: pending until the decision is known. */
export function rowOf(line: Line, asOf: number): string[] {
  const isDecided = line.decided !== null && line.decided <= asOf;
  const isPaid = isDecided && !line.isDenied;
  const outcome = !isDecided ? "PENDING" : line.isDenied ? "DENIED" : "PAID";
  const name = `${givenNames[line.person % givenNames.length]} ${familyNames[line.person % familyNames.length]}`;
  return [
    line.claimId,
    line.payer,
    line.cpt,
    String(line.units),
    isoOf(line.submitted),
    isDecided ? isoOf(line.decided ?? 0) : "",
    outcome,
    dollars(line.billedCents),
    isPaid ? dollars(line.allowedCents) : "",
    isDecided ? dollars(line.paidCents) : "",
    isPaid ? dayUpTo(line.paidOn, asOf) : "",
    isoOf(line.service),
    isDecided ? (line.reason ?? "") : "",
    line.facility,
    line.needsAuthorization ? "yes" : "no",
    `P${String(line.person).padStart(5, "0")}`,
    `M${String(line.person * 37).padStart(7, "0")}`,
    name,
    isoOf(-4_000 - line.person),
  ];
}

/** Rows under a header as one CSV text (RFC 4180, CRLF). */
export function toCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${[header, ...rows].map((row) => row.map(quoted).join(",")).join("\r\n")}\r\n`;
}

/** What a practice sends on `asOf`: lines submitted by then, or only those that something happened to after `since`. */
export function exportClaims(lines: readonly Line[], asOf: number, since?: number): string {
  const known = lines.filter((line) => line.submitted <= asOf);
  const fresh =
    since === undefined
      ? known
      : known.filter((line) => line.submitted > since || isBetween(line.decided, since, asOf) || isBetween(line.paidOn, since, asOf));
  return toCsv(
    columns,
    fresh.map((line) => rowOf(line, asOf)),
  );
}

function isBetween(day: number | null, after: number, upTo: number): boolean {
  return day !== null && day > after && day <= upTo;
}

/** What one file looked like; shares are 0–1. */
export type FileShape = {
  rows: number;
  copies: number;
  newPayers: number;
  outcomes: Record<string, number>;
  present: Record<string, number>;
};

export type AnomalyKind = "VOLUME" | "MISSING_FIELD" | "OUTCOME_MIX" | "DUPLICATES" | "NEW_PAYERS";
export type FoundAnomaly = { kind: AnomalyKind; subject: string; severity: "low" | "medium" | "high"; value: number; usual: number };

const leastHistory = 4;
const median = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};
const share = (part: number | undefined, whole: number) => (whole === 0 ? 0 : (part ?? 0) / whole);
const severityOf = (size: number, medium: number, high: number) => (size >= high ? "high" : size >= medium ? "medium" : "low");

/** Row count against the median of earlier files, in robust deviations (1.4826 × MAD, at least a tenth of the median). */
function volume(now: FileShape, past: readonly FileShape[]): FoundAnomaly[] {
  const rows = past.map((file) => file.rows);
  const usual = median(rows);
  const spread = Math.max(1.4826 * median(rows.map((count) => Math.abs(count - usual))), usual * 0.1, 1);
  const size = Math.abs(now.rows - usual) / spread;
  return size > 4 ? [{ kind: "VOLUME", subject: "rows", severity: severityOf(size, 6, 10), value: now.rows, usual }] : [];
}

/** Fields that are missing far more often than in earlier files (20 points and more). */
function missingFields(now: FileShape, past: readonly FileShape[]): FoundAnomaly[] {
  const fields = new Set(past.flatMap((file) => Object.keys(file.present)));
  return [...fields].flatMap((field): FoundAnomaly[] => {
    const usual = 1 - median(past.map((file) => share(file.present[field], file.rows)));
    const value = 1 - share(now.present[field], now.rows);
    const rise = value - usual;
    return rise >= 0.2 ? [{ kind: "MISSING_FIELD", subject: field, severity: severityOf(rise, 0.4, 0.7), value, usual }] : [];
  });
}

/** Outcomes whose share moved 15 points or more from the customer's own median. */
function outcomeMix(now: FileShape, past: readonly FileShape[]): FoundAnomaly[] {
  const total = (file: FileShape) => Object.values(file.outcomes).reduce((sum, count) => sum + count, 0);
  return Object.keys(now.outcomes).flatMap((outcome): FoundAnomaly[] => {
    const usual = median(past.map((file) => share(file.outcomes[outcome], total(file))));
    const value = share(now.outcomes[outcome], total(now));
    const shift = Math.abs(value - usual);
    return shift >= 0.15 ? [{ kind: "OUTCOME_MIX", subject: outcome, severity: severityOf(shift, 0.25, 0.4), value, usual }] : [];
  });
}

function spikes(now: FileShape, past: readonly FileShape[]): FoundAnomaly[] {
  const found: FoundAnomaly[] = [];
  const usualCopies = median(past.map((file) => share(file.copies, file.rows)));
  const copies = share(now.copies, now.rows);
  if (copies - usualCopies >= 0.05)
    found.push({
      kind: "DUPLICATES",
      subject: "rows",
      severity: severityOf(copies - usualCopies, 0.15, 0.4),
      value: copies,
      usual: usualCopies,
    });
  const usualPayers = median(past.map((file) => file.newPayers));
  if (now.newPayers >= Math.max(3, usualPayers * 3 + 2)) {
    found.push({
      kind: "NEW_PAYERS",
      subject: "payers",
      severity: severityOf(now.newPayers, 8, 20),
      value: now.newPayers,
      usual: usualPayers,
    });
  }
  return found;
}

/** What is unusual about a file beside the customer's own earlier files; with fewer than four of them nothing is said. */
export function detectAnomalies(now: FileShape, past: readonly FileShape[]): FoundAnomaly[] {
  if (past.length < leastHistory || now.rows === 0) return [];
  return [...volume(now, past), ...missingFields(now, past), ...outcomeMix(now, past), ...spikes(now, past)];
}

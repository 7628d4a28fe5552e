import type { ClaimRow } from "../csv/claim-row.ts";
import type { ColumnId } from "../csv/columns.ts";

export const severities = ["error", "warning", "info"] as const;
/** `error` rejects the row, `warning` keeps and flags it, `info` only records. */
export type Severity = (typeof severities)[number];

/** What a rule may ask besides the row. */
export type RuleEnv = {
  /** Today in the customer's time zone, days since 1970-01-01. */
  today: number;
  /** Payer names (as `payerKey` spells them) that the customer allows though they look like a person. */
  allowedPayers: ReadonlySet<string>;
};

/** One fault: column, message word, and a severity where it differs from the rule's own. It never holds the value. */
export type Finding = { column: ColumnId; detail: string; severity: Severity | undefined };

export type Verdict = null | Finding | readonly Finding[];

export const ok: Verdict = null;

/** A fault in `column`; `detail` chooses the message. */
export function fail(column: ColumnId, detail = "default", severity?: Severity): Finding {
  return Object.freeze({ column, detail, severity });
}

export type RuleSpec = {
  id: string;
  field: ColumnId;
  severity: Severity;
  message: string;
  remedy: string;
  /** Messages of the details other than `default`. */
  messages?: Readonly<Record<string, string>>;
  /** A structural rule can be neither switched off nor softened. */
  structural?: true;
  check(row: ClaimRow, env: RuleEnv): Verdict;
};

export type Rule = Readonly<RuleSpec>;

/** Declares a rule; catalogue, console, messages and the upload path derive from the object. */
export function defineRule(spec: RuleSpec): Rule {
  return Object.freeze(spec);
}

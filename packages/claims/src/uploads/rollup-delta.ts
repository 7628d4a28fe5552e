import type { BulkClient } from "./bulk-client.ts";

/**
 * Sets of claim versions that a change adds to the figures (`+1`) or takes from them (`-1`): SQL of rows with the columns of `claims`.
 * Summed by key they make one MERGE a table; a cell that comes to nothing is deleted, so that a rebuild gives identical rows.
 */
export type VersionSet = { sign: 1 | -1; from: string };

const signed = (sets: readonly VersionSet[], columns: string, where: string) =>
  sets.map(({ sign, from }) => `SELECT ${columns}, ${sign} AS s FROM ${from} WHERE ${where}`).join(" UNION ALL ");

/** The reason without its group: payers write CO-197 and 197 for one thing. */
const reason = "CASE WHEN outcome = 'DENIED' THEN regexp_replace(coalesce(denial_reason_code, ''), '^[A-Z]{2}-', '') ELSE '' END";

const submissionRows = (sets: readonly VersionSet[]) =>
  `SELECT payer_id, cpt_group, cpt, submitted_date AS submitted_on, sum(s)::int AS n
   FROM (${signed(sets, "payer_id, cpt_group, cpt, submitted_date", "true")}) v GROUP BY 1, 2, 3, 4 HAVING sum(s) <> 0`;

const decisionColumns = `payer_id, cpt_group, cpt, decided_date, greatest(decided_date - submitted_date, 0) AS age, outcome,
  coalesce(authorization_required, false) AS is_authorization_required, ${reason} AS reason, upload_id, billed_cents, allowed_cents`;
const decisionKeys = "payer_id, cpt_group, cpt, decided_on, age, outcome, is_authorization_required, reason, upload_id";
const decisionRows = (sets: readonly VersionSet[]) =>
  `SELECT payer_id, cpt_group, cpt, decided_date AS decided_on, age, outcome, is_authorization_required, reason, upload_id, sum(s)::int AS n,
     sum(s * coalesce(billed_cents, 0))::bigint AS billed_cents, sum(s * coalesce(allowed_cents, 0))::bigint AS allowed_cents
   FROM (${signed(sets, decisionColumns, "is_first_decision")}) v GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
   HAVING sum(s) <> 0 OR sum(s * coalesce(billed_cents, 0)) <> 0 OR sum(s * coalesce(allowed_cents, 0)) <> 0`;

const dayPayerSums = ["n_paid", "n_denied", "n_other", "billed_cents", "allowed_cents", "paid_cents", "denied_cents"];
const dayPayerRows = (sets: readonly VersionSet[]) =>
  `SELECT decided_date AS decided_on, payer_id, sum(s) FILTER (WHERE outcome = 'PAID') AS n_paid, sum(s) FILTER (WHERE outcome = 'DENIED') AS n_denied,
     sum(s) FILTER (WHERE outcome IN ('REVERSED', 'OTHER')) AS n_other, sum(s * coalesce(billed_cents, 0)) AS billed_cents,
     sum(s * coalesce(allowed_cents, 0)) AS allowed_cents, sum(s * coalesce(paid_cents, 0)) AS paid_cents,
     sum(s * coalesce(billed_cents, 0)) FILTER (WHERE outcome = 'DENIED') AS denied_cents
   FROM (${signed(sets, "decided_date, payer_id, outcome, billed_cents, allowed_cents, paid_cents", "decided_date IS NOT NULL")}) v GROUP BY 1, 2`;

type Rollup = {
  table: string;
  keys: readonly string[];
  sums: readonly string[];
  counts: readonly string[];
  rows: (sets: readonly VersionSet[]) => string;
};

const rollups: readonly Rollup[] = [
  { table: "rollup_submissions", keys: ["payer_id", "cpt_group", "cpt", "submitted_on"], sums: ["n"], counts: ["n"], rows: submissionRows },
  {
    table: "rollup_decisions",
    keys: decisionKeys.split(", "),
    sums: ["n", "billed_cents", "allowed_cents"],
    counts: ["n"],
    rows: decisionRows,
  },
  {
    table: "rollup_day_payer",
    keys: ["decided_on", "payer_id"],
    sums: dayPayerSums,
    counts: ["n_paid", "n_denied", "n_other"],
    rows: dayPayerRows,
  },
];

function mergeStatement(rollup: Rollup, sets: readonly VersionSet[]): string {
  const { table, keys, sums, counts } = rollup;
  const matching = keys.map((key) => `r.${key} = d.${key}`).join(" AND ");
  const left = counts.map((count) => `r.${count} + coalesce(d.${count}, 0)`).join(" + ");
  const came = counts.map((count) => `coalesce(d.${count}, 0)`).join(" + ");
  const updates = sums.map((sum) => `${sum} = r.${sum} + coalesce(d.${sum}, 0)`).join(", ");
  const values = [...keys.map((key) => `d.${key}`), ...sums.map((sum) => `coalesce(d.${sum}, 0)`)].join(", ");
  return `MERGE INTO ${table} r USING (${rollup.rows(sets)}) d ON r.customer_id = $1 AND ${matching}
    WHEN MATCHED AND ${left} = 0 THEN DELETE WHEN MATCHED THEN UPDATE SET ${updates}
    WHEN NOT MATCHED AND ${came} > 0 THEN INSERT (customer_id, ${[...keys, ...sums].join(", ")}) VALUES ($1, ${values})`;
}

function addStatement(rollup: Rollup, sets: readonly VersionSet[]): string {
  const { table, keys, sums } = rollup;
  const updates = sums.map((sum) => `${sum} = r.${sum} + excluded.${sum}`).join(", ");
  const values = [...keys.map((key) => `d.${key}`), ...sums.map((sum) => `coalesce(d.${sum}, 0)`)].join(", ");
  return `WITH d AS MATERIALIZED (${rollup.rows(sets)})
    INSERT INTO ${table} AS r (customer_id, ${[...keys, ...sums].join(", ")}) SELECT $1, ${values} FROM d ORDER BY ${keys.join(", ")}
    ON CONFLICT (customer_id, ${keys.join(", ")}) DO UPDATE SET ${updates}`;
}

/**
 * Brings every rollup along with a change; `$1` in the sets' SQL is the customer. Decision cells take only versions marked as first decision.
 * What only adds goes in by key, in the order of the index; what also takes away is joined by hash. An upload's rows are new, the planner
 * without statistics expects one of them: it is kept from reading tables once for each row, and from sorting all rows before they are summed.
 */
export async function applyRollupDelta(
  client: BulkClient,
  customerId: string,
  sets: { current: readonly VersionSet[]; decisions: readonly VersionSet[] },
): Promise<void> {
  await client.query("SET LOCAL enable_nestloop = off; SET LOCAL enable_sort = off; SET LOCAL work_mem = '64MB'");
  for (const rollup of rollups) {
    const versions = rollup.table === "rollup_decisions" ? sets.decisions : sets.current;
    const isAddition = versions.every(({ sign }) => sign === 1);
    await client.query(isAddition ? addStatement(rollup, versions) : mergeStatement(rollup, versions), [customerId]);
  }
  await client.query("RESET enable_nestloop; RESET enable_sort; RESET work_mem");
}

/** Makes every rollup anew from the stored claims: the same SQL as the delta, over all visible versions. */
export async function remakeRollups(client: BulkClient, customerId: string): Promise<void> {
  const visible =
    "(SELECT * FROM claims WHERE customer_id = $1 AND upload_id IN (SELECT id FROM uploads WHERE customer_id = $1 AND status = 'COMMITTED')) c";
  const superseded = "(SELECT * FROM claim_history WHERE customer_id = $1 AND NOT is_voided) h";
  for (const rollup of rollups) await client.query(`DELETE FROM ${rollup.table} WHERE customer_id = $1`, [customerId]);
  const current: VersionSet[] = [{ sign: 1, from: visible }];
  await applyRollupDelta(client, customerId, { current, decisions: [...current, { sign: 1, from: superseded }] });
}

/**
 * The one filter that hides rows of a file until it is published, as SQL over an alias of `claims`; `customer` is the place of the customer's id.
 * The sub-select lets a named statement keep a generic plan. Every read of `claims` outside ingest uses it.
 */
export function visibleClaims(alias: string, customer: string): string {
  return `${alias}.customer_id = ${customer} AND ${alias}.upload_id <> ALL (ARRAY(SELECT hidden.id FROM uploads hidden WHERE hidden.customer_id = ${customer} AND hidden.status IN ('PARSING', 'STAGED')))`;
}

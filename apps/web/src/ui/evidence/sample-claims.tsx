import Link from "next/link";
import { buttonClass } from "../button.tsx";
import { DataTable, type Column } from "../data-table.tsx";
import { formatDay } from "../format/format-date.ts";
import { ExactMoney } from "../money.tsx";
import { outcomeOf, type Outcome } from "../outcome-kinds.ts";
import { OutcomeMark } from "../outcome.tsx";
import { Section } from "../panel.tsx";

export type SampleClaim = {
  id: string;
  href: string;
  cpt: string | null;
  submitted: string | null;
  decided: string | null;
  outcome: Outcome | null;
  reason: string | null;
  facility: string | null;
  billedCents: number | null;
};

type ApiSample = {
  claimId: string;
  cpt: string | null;
  submittedOn: string | null;
  decidedOn: string | null;
  outcome: string | null;
  reason: string | null;
  facility: string | null;
  billedCents: number | null;
};

/** A sample claim of the API as a row. */
export function sampleView(claim: ApiSample, base: string, today: string): SampleClaim {
  return {
    id: claim.claimId,
    href: `${base}/claims?claim=${claim.claimId}`,
    cpt: claim.cpt,
    submitted: claim.submittedOn === null ? null : formatDay(claim.submittedOn, today),
    decided: claim.decidedOn === null ? null : formatDay(claim.decidedOn, today),
    outcome: claim.outcome === null ? null : outcomeOf(claim.outcome),
    reason: claim.reason,
    facility: claim.facility,
    billedCents: claim.billedCents,
  };
}

const columns: Column<SampleClaim>[] = [
  {
    id: "claim",
    head: "Claim",
    phone: true,
    cell: (claim) => (
      <Link className="link" href={claim.href}>
        Open
      </Link>
    ),
  },
  { id: "cpt", head: "CPT", cell: (claim) => claim.cpt, className: "mono", phone: true },
  { id: "submitted", head: "Submitted", cell: (claim) => claim.submitted, className: "num" },
  { id: "decided", head: "Decided", cell: (claim) => claim.decided ?? "–", className: "num", phone: true },
  { id: "outcome", head: "Outcome", cell: (claim) => (claim.outcome === null ? "–" : <OutcomeMark outcome={claim.outcome} />) },
  { id: "reason", head: "Reason", cell: (claim) => claim.reason, className: "mono", phone: true },
  { id: "facility", head: "Facility", cell: (claim) => claim.facility, className: "muted" },
  { id: "billed", head: "Billed", cell: (claim) => <ExactMoney cents={claim.billedCents} />, right: true },
];

/** Columns that have something to say about these claims. */
function columnsFor(claims: readonly SampleClaim[]): Column<SampleClaim>[] {
  const isEmpty = (column: Column<SampleClaim>) =>
    (column.id === "reason" || column.id === "facility") && claims.every((claim) => claim[column.id as "reason" | "facility"] === null);
  return columns.filter((column) => !isEmpty(column));
}

/** Up to 50 claims behind a change, without patient data. */
export function SampleClaims({ claims, all }: { claims: readonly SampleClaim[]; all: string }) {
  return (
    <Section
      title="Claims behind it"
      meta={claims.length === 0 ? undefined : `${claims.length} shown, most telling first. No patient data.`}
    >
      {claims.length === 0 ? (
        <p className="muted">No single claims were kept with this change.</p>
      ) : (
        <div className="panel">
          <DataTable caption="Claims behind it" columns={columnsFor(claims)} rows={claims} rowKey={(claim) => claim.id} />
        </div>
      )}
      <div className="rowbtn">
        <Link className={buttonClass({})} href={all}>
          All claims of this window
        </Link>
      </div>
    </Section>
  );
}

import type { AuditEventDto } from "@upstream/tenancy/schemas";
import { PageSentence } from "../../ui/page-sentence.tsx";
import { PageBar } from "../navigation/page-bar.tsx";
import { AuditFilters } from "./audit-filters.tsx";
import { AuditList } from "./audit-list.tsx";
import type { AuditParams } from "./search-params.ts";
import { VerifyButton } from "./verify-button.tsx";

type AuditPageProps = { first: { items: AuditEventDto[]; nextCursor: string | null }; filter: AuditParams; zone: string; now: string };

/** Who did what, and is the record whole? */
export function AuditPage({ first, filter, zone, now }: AuditPageProps) {
  return (
    <>
      <PageBar title="Audit log">
        <VerifyButton zone={zone} now={now} />
      </PageBar>
      <main className="page" id="main">
        <PageSentence
          sentence={[
            "Every change and every look at patient data is here, ",
            { b: "newest first" },
            ". Entries are chained; nobody can take one out unseen.",
          ]}
        />
        <AuditFilters>
          <AuditList first={first} filter={filter} zone={zone} now={now} />
        </AuditFilters>
      </main>
    </>
  );
}

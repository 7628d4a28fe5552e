import type { Metadata } from "next";
import { AuditPage } from "../../../../features/audit/audit-page.tsx";
import { loadAuditParams } from "../../../../features/audit/search-params.ts";
import { PageBar } from "../../../../features/navigation/page-bar.tsx";
import { ForbiddenPage } from "../../../../ui/forbidden-page.tsx";
import { openPage } from "../open-page.ts";

type Props = { params: Promise<{ customer: string }>; searchParams: Promise<Record<string, string>> };

export const metadata: Metadata = { title: "Audit log" };

/** Who did what, and is the record whole? */
export default async function Page({ params, searchParams }: Props) {
  const [page, filter] = [await openPage((await params).customer), await loadAuditParams(searchParams)];
  if (!page.may("audit:read")) {
    return (
      <>
        <PageBar title="Audit log" />
        <ForbiddenPage what="The audit log" who="owners and admins" role={page.role} />
      </>
    );
  }
  const first = await page.api.audit.list({
    limit: 50,
    ...(filter.action === null ? {} : { action: filter.action }),
    ...(filter.entity === null ? {} : { entity: filter.entity }),
  });
  return <AuditPage first={first} filter={filter} zone={page.zone} now={page.now} />;
}

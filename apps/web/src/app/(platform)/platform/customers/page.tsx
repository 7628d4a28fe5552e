import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CustomersPage } from "../../../../features/platform/customers-page.tsx";
import { requireSession } from "../../../../server/auth";
import { container } from "../../../../server/container";
import { PageServices } from "../../../page-services.tsx";

export const metadata: Metadata = { title: "Customers" };

/** All customers, for the superuser; everybody else learns nothing. */
export default async function Page({ searchParams }: { searchParams: Promise<{ after?: string }> }) {
  const principal = await requireSession(null, "/platform/customers");
  if (principal.kind !== "superuser" && !(principal.kind === "member" && principal.isSuperuser)) notFound();
  const { after } = await searchParams;
  const page = await container().caller(principal).platform.listCustomers({ limit: 100, cursor: after });
  return (
    <PageServices customer={null}>
      <CustomersPage page={page} isFirst={after === undefined} name={principal.name} />
    </PageServices>
  );
}

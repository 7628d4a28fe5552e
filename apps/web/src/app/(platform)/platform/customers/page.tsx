import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CustomersPage } from "../../../../features/platform/customers-page.tsx";
import { requireSession } from "../../../../server/auth";
import { container } from "../../../../server/container";
import { PageServices } from "../../../page-services.tsx";

export const metadata: Metadata = { title: "Customers" };

/** All customers, for the superuser; everybody else learns nothing. */
export default async function Page() {
  const principal = await requireSession(null, "/platform/customers");
  if (principal.kind !== "superuser" && !(principal.kind === "member" && principal.isSuperuser)) notFound();
  const { items } = await container().caller(principal).platform.listCustomers();
  return (
    <PageServices customer={null}>
      <CustomersPage customers={items} name={principal.name} />
    </PageServices>
  );
}

import type { Page } from "@upstream/core";
import type { PlatformCustomerDto } from "@upstream/tenancy/schemas";
import { BrandMark } from "../../ui/brand-mark.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { formatDay } from "../../ui/format/format-date.ts";
import { formatCount, plural } from "../../ui/format/format-number.ts";
import { PageSentence, type Sentence } from "../../ui/page-sentence.tsx";
import { Panel } from "../../ui/panel.tsx";
import { NewCustomer } from "./new-customer.tsx";
import { OpenCustomer } from "./open-customer.tsx";

const columns: Column<PlatformCustomerDto>[] = [
  { id: "name", head: "Customer", cell: (customer) => <span className="strong">{customer.name}</span>, phone: true },
  { id: "slug", head: "Address", cell: (customer) => <span className="mono">/{customer.slug}</span> },
  { id: "zone", head: "Time zone", cell: (customer) => <span className="muted">{customer.timeZone}</span> },
  { id: "members", head: "Members", cell: (customer) => formatCount(customer.memberCount), right: true },
  { id: "since", head: "Since", cell: (customer) => formatDay(customer.createdAt.slice(0, 10)), className: "num" },
  {
    id: "open",
    head: <span className="sr">Actions</span>,
    cell: (customer) => <OpenCustomer customer={customer} />,
    right: true,
    phone: true,
  },
];

function served({ items, nextCursor }: Page<PlatformCustomerDto>, isFirst: boolean): Sentence {
  const count = `${formatCount(items.length)} ${plural(items.length, "customer", "customers")}`;
  if (!isFirst) return [{ b: count }, " on this page."];
  if (nextCursor !== null) return ["More than ", { b: count }, " are served."];
  return [{ b: count }, ` ${plural(items.length, "is", "are")} served.`];
}

function CustomerTable({ page: { items, nextCursor } }: { page: Page<PlatformCustomerDto> }) {
  return (
    <Panel title="Customers">
      {items.length === 0 ? (
        <p className="body muted">No customer yet.</p>
      ) : (
        <DataTable caption="Customers" columns={columns} rows={items} rowKey={(customer) => customer.id} />
      )}
      {nextCursor === null ? null : (
        <p className="body">
          <a href={`?after=${encodeURIComponent(nextCursor)}`}>Next customers</a>
        </p>
      )}
    </Panel>
  );
}

/** Is every customer served? Opening one asks a reason and ends by itself. */
export function CustomersPage({ page, isFirst, name }: { page: Page<PlatformCustomerDto>; isFirst: boolean; name: string }) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <div className="main">
        <header className="bar">
          <div className="crumb">
            <BrandMark />
            <h1 className="trunc">Customers</h1>
          </div>
          <span className="sp" />
          <span className="meta">{name}, superuser</span>
        </header>
        <main className="page" id="main">
          <PageSentence sentence={[...served(page, isFirst), " Every look into one is written into its audit log."]} />
          <CustomerTable page={page} />
          <NewCustomer />
        </main>
      </div>
    </>
  );
}

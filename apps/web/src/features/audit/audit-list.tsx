"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import type { AuditEventDto } from "@upstream/tenancy/schemas";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatMoment } from "../../ui/format/format-date.ts";
import { actionName, actorText, payloadFields } from "./audit-words.ts";
import type { AuditParams } from "./search-params.ts";

type AuditListProps = { first: { items: AuditEventDto[]; nextCursor: string | null }; filter: AuditParams; zone: string; now: string };

/** Entries, newest first; one opens to its fields before and after. */
export function AuditList({ first, filter, zone, now }: AuditListProps) {
  const trpc = useTRPC();
  const input = {
    limit: 50,
    ...(filter.action === null ? {} : { action: filter.action }),
    ...(filter.entity === null ? {} : { entity: filter.entity }),
  };
  const query = useInfiniteQuery(
    trpc.audit.list.infiniteQueryOptions(input, {
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      initialData: { pages: [first], pageParams: [null] },
    }),
  );
  const entries = query.data.pages.flatMap((page) => page.items);
  if (entries.length === 0) return <EmptyState title="No entry matches.">Take a filter away to see more.</EmptyState>;
  return (
    <div className="stack g12">
      <section className="panel xscroll">
        <table className="table">
          <caption className="sr">Audit entries</caption>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col" className="hide-s">
                Who
              </th>
              <th scope="col">What</th>
              <th scope="col" className="hide-s">
                About
              </th>
              <th scope="col">
                <span className="sr">Fields</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <AuditRow key={entry.id} entry={entry} when={formatMoment(entry.at, zone, now)} />
            ))}
          </tbody>
        </table>
      </section>
      {query.hasNextPage ? (
        <div className="rowbtn">
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Show older entries
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function AuditRow({ entry, when }: { entry: AuditEventDto; when: string }) {
  const [open, setOpen] = useState(false);
  const fields = payloadFields(entry.payload);
  const who = entry.actorName ?? actorText(entry.actor);
  return (
    <>
      <tr>
        <td className="num muted">{when}</td>
        <td className="hide-s">{who}</td>
        <td>
          <span className="strong">{actionName(entry.action)}</span>
          <span className="meta blk only-s">{who}</span>
        </td>
        <td className="hide-s">
          {entry.entity.replaceAll("_", " ")}{" "}
          {entry.entityId === null ? null : <span className="mono faint">{entry.entityId.slice(-8)}</span>}
        </td>
        <td className="right">
          {fields.length === 0 ? null : (
            <Button kind="ghost" size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? "Hide fields" : `${fields.length} ${fields.length === 1 ? "field" : "fields"}`}
            </Button>
          )}
        </td>
      </tr>
      {open ? (
        <tr>
          <td colSpan={5} className="wrap">
            <dl className="diff">
              {fields.map((field) => (
                <div key={field.name} className="contents">
                  <dt className="mono muted">{field.name}</dt>
                  <dd className="mono">{field.before === null ? <span className="faint">–</span> : <s>{field.before}</s>}</dd>
                  <dd className="mono">{field.after ?? <span className="faint">–</span>}</dd>
                </div>
              ))}
            </dl>
            {entry.requestId === null ? null : <p className="meta">Request {entry.requestId}</p>}
          </td>
        </tr>
      ) : null}
    </>
  );
}

"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import type { DeliveryDto } from "@upstream/alerts/schemas";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatMoment } from "../../ui/format/format-date.ts";
import { StateChip } from "../../ui/state-chip.tsx";
import { eventName } from "../../ui/text/event-name.ts";
import { deliveryInput } from "./delivery-input.ts";
import { DeliverySheet } from "./delivery-sheet.tsx";
import { deliveryStateName } from "./delivery-words.ts";
import type { DeliveryParams } from "./search-params.ts";

type DeliveryListProps = {
  first: { items: DeliveryDto[]; nextCursor: string | null };
  filter: DeliveryParams;
  zone: string;
  now: string;
  mayReplay: boolean;
};

/** One list over all channels and webhooks; a row opens request and response. */
export function DeliveryList({ first, filter, zone, now, mayReplay }: DeliveryListProps) {
  const trpc = useTRPC();
  const [open, setOpen] = useState<string | null>(null);
  const query = useInfiniteQuery(
    trpc.deliveries.list.infiniteQueryOptions(deliveryInput(filter), {
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      initialData: { pages: [first], pageParams: [null] },
    }),
  );
  const rows = query.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <EmptyState title="No message here.">Alerts and events appear here as soon as one is sent.</EmptyState>;
  return (
    <div className="stack g12">
      <section className="panel">
        <DataTable caption="Messages" columns={columnsOf(zone, now, setOpen)} rows={rows} rowKey={(row) => row.id} />
      </section>
      {query.hasNextPage ? (
        <div className="rowbtn">
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Show older messages
          </Button>
        </div>
      ) : null}
      <DeliverySheet deliveryId={open} zone={zone} now={now} mayReplay={mayReplay} onClose={() => setOpen(null)} />
    </div>
  );
}

function columnsOf(zone: string, now: string, onOpen: (id: string) => void): Column<DeliveryDto>[] {
  return [
    { id: "state", head: "State", cell: (row) => <DeliveryChip row={row} />, phone: true },
    {
      id: "event",
      head: "Message",
      cell: (row) => (
        <>
          <span className="strong">{eventName(row.event)}</span>
          <span className="meta blk only-s">
            to {row.recipient === "" ? row.target : row.recipient}, {formatMoment(row.createdAt, zone, now)}
          </span>
        </>
      ),
      phone: true,
    },
    {
      id: "target",
      head: "To",
      className: "trunc totarget",
      cell: (row) => (
        <>
          {row.target} {row.recipient === row.target || row.recipient === "" ? null : <span className="muted">{row.recipient}</span>}
        </>
      ),
    },
    { id: "attempt", head: "Attempt", cell: (row) => row.attempt, right: true },
    { id: "answer", head: "Answer", cell: (row) => <span className="muted">{answerText(row)}</span> },
    {
      id: "next",
      head: "Next try",
      cell: (row) => (row.nextAttemptAt === null ? <span className="faint">–</span> : formatMoment(row.nextAttemptAt, zone, now)),
      className: "num",
    },
    { id: "created", head: "Made", cell: (row) => formatMoment(row.createdAt, zone, now), className: "num muted" },
    {
      id: "open",
      head: <span className="sr">Actions</span>,
      right: true,
      phone: true,
      cell: (row) => (
        <Button kind="ghost" size="sm" onClick={() => onOpen(row.id)}>
          Open
        </Button>
      ),
    },
  ];
}

function answerText(row: DeliveryDto): string {
  return [row.lastStatus === null ? "" : String(row.lastStatus), row.lastError ?? ""].filter(Boolean).join(", ") || "–";
}

function DeliveryChip({ row }: { row: DeliveryDto }) {
  const tone =
    row.state === "delivered"
      ? "good"
      : row.state === "failed"
        ? "critical"
        : row.state === "pending" && row.attempt > 0
          ? "medium"
          : undefined;
  return <StateChip tone={tone}>{row.state === "pending" && row.attempt > 0 ? "Trying again" : deliveryStateName(row.state)}</StateChip>;
}

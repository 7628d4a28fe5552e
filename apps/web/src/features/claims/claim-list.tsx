"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import { ExactMoney } from "../../ui/money.tsx";
import { OutcomeMark } from "../../ui/outcome.tsx";
import type { Pages } from "./use-pages.ts";
import type { ClaimRowView } from "./view-model.ts";

const rowHeight = 32;
const overscan = 12;

type ClaimListProps = {
  pages: Pages;
  focused: string | null;
  opened: string | null;
  onOpen: (id: string) => void;
  onFocus: (id: string) => void;
};

/** Rows of equal height; the server sends the first page in normal flow, after that only what is in view is in the page. */
export function ClaimList({ pages, focused, opened, onOpen, onFocus }: ClaimListProps) {
  const box = useRef<HTMLDivElement>(null);
  const [live, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const virtual = useVirtualizer({
    count: pages.rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan,
  });
  const items = virtual.getVirtualItems();
  const first = live ? (items[0]?.index ?? 0) : 0;
  const last = live ? (items[items.length - 1]?.index ?? -1) : pages.rows.length - 1;
  const { end, failed, next } = pages;
  useEffect(() => {
    if (live && !end && !failed && last >= pages.rows.length - overscan * 2) next();
  });
  useEffect(() => {
    const at = pages.rows.findIndex((row) => row.id === focused);
    if (live && at >= 0) virtual.scrollToIndex(at, { align: "auto" });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- scrolls when the focus moves, not whenever rows are loaded
  }, [focused]);
  return (
    <div className="vlist" role="region" aria-label="Claims" tabIndex={0} ref={box}>
      <table className="table flush">
        <ClaimHead />
        <tbody>
          {first > 0 ? <Gap height={first * rowHeight} /> : null}
          {pages.rows.slice(first, last + 1).map((row) => (
            <ClaimRow key={row.id} row={row} focused={row.id === focused} opened={row.id === opened} onOpen={onOpen} onFocus={onFocus} />
          ))}
          {last + 1 < pages.rows.length ? <Gap height={(pages.rows.length - last - 1) * rowHeight} /> : null}
        </tbody>
      </table>
      {failed ? (
        <p className="pad meta">
          More claims could not be loaded. Nothing was changed.{" "}
          <button type="button" className="link" onClick={next}>
            Try again
          </button>
        </p>
      ) : null}
    </div>
  );
}

/** Room of rows that are not in the page; its height is set by script after hydration. */
function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden="true">
      <td colSpan={10} aria-label="Rows further on" className="gap" ref={(cell) => void cell?.style.setProperty("height", `${height}px`)} />
    </tr>
  );
}

function ClaimHead() {
  return (
    <thead>
      <tr>
        <th scope="col">Claim</th>
        <th scope="col">Payer</th>
        <th scope="col" className="hide-s">
          CPT
        </th>
        <th scope="col" className="c-opt hide-s">
          Group
        </th>
        <th scope="col" className="c-opt hide-s">
          Submitted
        </th>
        <th scope="col">Decided</th>
        <th scope="col">Outcome</th>
        <th scope="col" className="hide-s">
          Reason
        </th>
        <th scope="col" className="right hide-s">
          Billed
        </th>
        <th scope="col" className="right hide-s">
          Paid
        </th>
      </tr>
    </thead>
  );
}

type ClaimRowProps = { row: ClaimRowView; focused: boolean; opened: boolean; onOpen: (id: string) => void; onFocus: (id: string) => void };

function ClaimRow({ row, focused, opened, onOpen, onFocus }: ClaimRowProps) {
  return (
    <tr className={`${opened ? "sel" : ""} ${focused ? "foc" : ""}`} onClick={() => onOpen(row.id)}>
      <td className="mono">
        <button
          type="button"
          className="rowlink"
          tabIndex={focused ? 0 : -1}
          aria-expanded={opened}
          data-claim={row.id}
          onFocus={() => onFocus(row.id)}
        >
          {row.claim}
        </button>
      </td>
      <td className="trunc">{row.payer}</td>
      <td className="mono hide-s">{row.cpt}</td>
      <td className="muted c-opt hide-s">{row.group}</td>
      <td className="num c-opt hide-s">{row.submitted}</td>
      <td className="num">{row.decided ?? <span className="faint">–</span>}</td>
      <td>
        <OutcomeMark outcome={row.outcome} />
      </td>
      <td className="mono hide-s">{row.reason}</td>
      <td className="right num muted hide-s">
        <ExactMoney cents={row.billedCents} />
      </td>
      <td className="right num hide-s">
        <ExactMoney cents={row.paidCents} />
      </td>
    </tr>
  );
}

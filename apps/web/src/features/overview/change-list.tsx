"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { Spark } from "../../ui/chart/spark.tsx";
import { RelativeTime } from "../../ui/calendar-date.tsx";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconArrowUDownLeft } from "../../ui/icon/paths/arrow-u-down-left.ts";
import { iconTrendUp } from "../../ui/icon/paths/trend-up.ts";
import { useKeys } from "../../ui/keys/use-keys.ts";
import { Money } from "../../ui/money.tsx";
import { SeverityGlyph } from "../../ui/severity.tsx";
import { StateChip } from "../../ui/state-chip.tsx";
import type { ChangeView } from "./view-model.ts";

/** What changed, by severity and dollars; J and K move, Enter opens. */
export function ChangeList({ changes, now }: { changes: readonly ChangeView[]; now: string }) {
  const rows = useRef<HTMLDivElement>(null);
  const router = useRouter();

  function move(step: number) {
    const links = [...(rows.current?.querySelectorAll<HTMLAnchorElement>("a") ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    const next = links[at === -1 ? 0 : Math.min(links.length - 1, Math.max(0, at + step))];
    next?.focus();
    if (next !== undefined) router.prefetch(next.getAttribute("href") ?? "");
  }

  useKeys("What changed", [
    { keys: "j", does: "Next change", run: () => move(1) },
    { keys: "k", does: "Change before", run: () => move(-1) },
  ]);
  return (
    <div className="rows" ref={rows}>
      {changes.map((change) => (
        <ChangeRow key={change.id} change={change} now={now} />
      ))}
    </div>
  );
}

function ChangeRow({ change, now }: { change: ChangeView; now: string }) {
  return (
    <Link className="arow" href={change.href}>
      {change.kind === "recovered" ? (
        <span className="c-good">
          <Icon d={iconArrowUDownLeft} />
        </span>
      ) : (
        <SeverityGlyph severity={change.severity} />
      )}
      <div className="min0">
        <div className="t">
          <b className="trunc">{change.payer}</b>
          <span className="muted trunc hide-s">{change.group}</span>
          <ChangeChip kind={change.kind} />
        </div>
        <div className="trunc">
          <span className="muted only-s">{change.group}: </span>
          <span className="cap">{change.change}</span>
          {change.evidence === null ? null : <span className="meta hide-s"> · {change.evidence}</span>}
        </div>
      </div>
      <span className="hide-s">{change.series === null ? null : <Spark {...change.series} width={148} height={32} />}</span>
      <Money estimate={change.estimate} fallback={change.kind === "recovered" ? "Nothing at stake" : "Not known"} />
      <span className="meta right hide-s">
        <RelativeTime instant={change.since} now={now} />
      </span>
    </Link>
  );
}

/** New, worse or recovered as a chip; nothing for a change that simply goes on. */
export function ChangeChip({ kind }: { kind: ChangeView["kind"] }) {
  switch (kind) {
    case "new":
      return <StateChip tone="new">New</StateChip>;
    case "worse":
      return (
        <StateChip tone="line" icon={iconTrendUp}>
          Worse
        </StateChip>
      );
    case "recovered":
      return <StateChip tone="good">Recovered</StateChip>;
    case "open":
      return null;
  }
}

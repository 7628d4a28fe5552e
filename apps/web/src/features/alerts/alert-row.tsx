"use client";

import Link from "next/link";
import { Button } from "../../ui/button.tsx";
import { RelativeTime } from "../../ui/calendar-date.tsx";
import { Spark } from "../../ui/chart/spark.tsx";
import { speakAge } from "../../ui/format/format-date.ts";
import { formatEstimate, formatEstimateRange } from "../../ui/format/format-money.ts";
import { iconBellSlash, iconCalendarBlank, iconClock, iconTrendUp } from "../../ui/icon/icon-paths.ts";
import { Money } from "../../ui/money.tsx";
import { OwnerMark, ownerName } from "../../ui/owner.tsx";
import { severityName } from "../../ui/severity-scale.ts";
import { SeverityGlyph } from "../../ui/severity.tsx";
import { StateChip } from "../../ui/state-chip.tsx";
import type { AlertRowView } from "./view-model.ts";

export type RowEvents = {
  onFocus: (id: string) => void;
  onSelect: (id: string, range: boolean) => void;
  onAcknowledge: (id: string) => void;
  onSnooze: (id: string) => void;
  onJudge: (id: string) => void;
  onTake: (id: string) => void;
};

type AlertRowProps = { row: AlertRowView; now: string; focused: boolean; selected: boolean; canAct: boolean; events: RowEvents };

const isOpen = (row: AlertRowView): boolean => row.group === "nobody" || row.group === "somebody";

const rowClass = ({ focused, selected, spark }: { focused: boolean; selected: boolean; spark: boolean }): string =>
  ["irow", focused && "focus", selected && "sel", !spark && "nospark"].filter((name) => name !== false).join(" ");

function TakeButton({ onTake }: { onTake: () => void }) {
  return (
    <Button size="sm" className="only-s" tabIndex={-1} onClick={onTake}>
      Take
    </Button>
  );
}

/** Two lines of an alert: payer, group and chip; the change and its basis. The focused row shows its commonest actions. */
export function AlertRow({ row, now, focused, selected, canAct, events }: AlertRowProps) {
  const mayAct = canAct && isOpen(row);
  return (
    <div
      className={rowClass({ focused, selected, spark: row.series !== null })}
      role="listitem"
      data-row={row.id}
      tabIndex={focused ? 0 : -1}
      aria-label={rowLabel(row, now)}
      onFocus={() => events.onFocus(row.id)}
    >
      <input
        className="check"
        type="checkbox"
        tabIndex={-1}
        aria-label={`Select: ${row.payer}, ${row.cptGroup}`}
        checked={selected}
        disabled={!canAct}
        onChange={() => undefined}
        onClick={(event) => events.onSelect(row.id, event.shiftKey)}
      />
      <SeverityGlyph severity={row.severity} />
      <Link className="min0 body" href={row.href} tabIndex={-1}>
        <div className="t">
          <b className="trunc">{row.payer}</b>
          <span className="muted trunc hide-s">{row.cptGroup}</span>
          <AlertChip chip={row.chip} />
        </div>
        <div className="trunc">
          <span className="muted only-s">{row.cptGroup}: </span>
          <span className="cap">{row.change}</span>
          {row.evidence === null ? null : <span className="meta hide-s"> · {row.evidence}</span>}
        </div>
      </Link>
      <span className="sp hide-s">{row.series === null ? null : <Spark {...row.series} />}</span>
      <Money estimate={row.estimate} />
      <span className="own">
        <span className={row.owner === null ? "hide-s" : ""}>
          <OwnerMark owner={row.owner} />
        </span>
        {mayAct && row.owner === null ? <TakeButton onTake={() => events.onTake(row.id)} /> : null}
        <span className="meta trunc">{ownerName(row.owner)}</span>
      </span>
      <span className="meta right age">
        <RelativeTime instant={row.raisedAt} now={now} />
      </span>
      {focused && mayAct ? <RowActions row={row} events={events} /> : null}
    </div>
  );
}

function RowActions({ row, events }: { row: AlertRowView; events: RowEvents }) {
  return (
    <div className="acts hide-s">
      <Button kind="ghost" size="sm" hint="A" tabIndex={-1} onClick={() => events.onAcknowledge(row.id)}>
        Acknowledge
      </Button>
      <Button kind="ghost" size="sm" hint="S" tabIndex={-1} onClick={() => events.onSnooze(row.id)}>
        Snooze
      </Button>
      <Button kind="ghost" size="sm" hint="V" tabIndex={-1} onClick={() => events.onJudge(row.id)}>
        Judge
      </Button>
    </div>
  );
}

/** The state of an alert as a chip. */
export function AlertChip({ chip }: { chip: AlertRowView["chip"] }) {
  if (chip === null) return null;
  const tone = { new: "new", worse: "line", due: "line", until: "line", quiet: "line", resolved: "good" } as const;
  const icon = { new: undefined, resolved: undefined, worse: iconTrendUp, due: iconCalendarBlank, until: iconClock, quiet: iconBellSlash }[
    chip.kind
  ];
  return (
    <StateChip tone={tone[chip.kind]} icon={icon}>
      {chip.text}
    </StateChip>
  );
}

function rowLabel(row: AlertRowView, now: string): string {
  const money = row.estimate === null ? "Dollars not known" : `${formatEstimate(row.estimate.cents)} ${row.estimate.unit}`;
  const range =
    row.estimate === null || row.estimate.lowCents === null || row.estimate.highCents === null
      ? ""
      : `, between ${formatEstimateRange(row.estimate.lowCents, row.estimate.highCents).replace(" to ", " and ")}`;
  return `${severityName(row.severity)}. ${row.payer}, ${row.cptGroup}. ${row.change}${row.change.endsWith(".") ? "" : "."} ${money}${range}. ${ownerName(row.owner)}. ${speakAge(row.raisedAt, now)}.`;
}

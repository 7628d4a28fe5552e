"use client";

import Link from "next/link";
import { Button } from "../../ui/button.tsx";
import { RelativeTime } from "../../ui/calendar-date.tsx";
import { Spark } from "../../ui/chart/spark.tsx";
import { Money } from "../../ui/money.tsx";
import { OwnerMark, ownerName } from "../../ui/owner.tsx";
import { SeverityGlyph } from "../../ui/severity.tsx";
import { AlertChip } from "./alert-chip.tsx";
import { rowLabel } from "./row-label.ts";
import { useSwipe } from "../../ui/use-swipe.ts";
import type { AlertRowView } from "./view-model.ts";

export type RowEvents = {
  onFocus: (id: string) => void;
  onSelect: (id: string, range: boolean) => void;
  onAcknowledge: (id: string) => void;
  onSnooze: (id: string) => void;
  onJudge: (id: string) => void;
  onTake: (id: string) => void;
  /** A swipe to the left: asleep until tomorrow. */
  onPutOff: (id: string) => void;
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
  const swipe = useSwipe({
    onRight: () => events.onAcknowledge(row.id),
    onLeft: () => events.onPutOff(row.id),
    onHold: () => events.onSelect(row.id, false),
  });
  return (
    <div
      {...(mayAct ? swipe : {})}
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

"use client";

import { Icon } from "../../ui/icon/icon.tsx";
import { iconCaretDown } from "../../ui/icon/paths/caret-down.ts";
import { iconCaretRight } from "../../ui/icon/paths/caret-right.ts";
import { AlertRow, type RowEvents } from "./alert-row.tsx";
import type { Selection } from "./use-selection.ts";
import type { AlertGroup, AlertRowView } from "./view-model.ts";

const names: Record<AlertGroup, string> = {
  nobody: "New, nobody has them",
  somebody: "Somebody is on it",
  snoozed: "Snoozed",
  resolved: "Resolved",
  quiet: "Kept quiet",
};
const order: readonly AlertGroup[] = ["nobody", "somebody", "snoozed", "resolved", "quiet"];

export type InboxGroupView = { group: AlertGroup; rows: readonly AlertRowView[]; isClosed: boolean };

/** Rows by what they wait for; empty groups are left out. */
export function groupRows(rows: readonly AlertRowView[], closed: ReadonlySet<AlertGroup>): InboxGroupView[] {
  return order
    .map((group) => ({ group, rows: rows.filter((row) => row.group === group), isClosed: closed.has(group) }))
    .filter((group) => group.rows.length > 0);
}

/** The closed groups once one of them was pressed. */
export function toggled(closed: ReadonlySet<AlertGroup>, group: AlertGroup): ReadonlySet<AlertGroup> {
  const next = new Set(closed);
  if (!next.delete(group)) next.add(group);
  return next;
}

type InboxGroupProps = {
  view: InboxGroupView;
  selection: Selection;
  now: string;
  canAct: boolean;
  events: RowEvents;
  onToggle: () => void;
};

/** One group under its head, which opens and closes it. */
export function InboxGroup({ view: { group, rows, isClosed }, selection, now, canAct, events, onToggle }: InboxGroupProps) {
  return (
    <section aria-label={`${names[group]}, ${rows.length}`}>
      <button type="button" className="ghead" aria-expanded={!isClosed} onClick={onToggle}>
        <Icon d={isClosed ? iconCaretRight : iconCaretDown} size={14} />
        <span>{names[group]}</span>
        <span className="n">{rows.length}</span>
      </button>
      {isClosed ? null : (
        <div role="list">
          {rows.map((row) => (
            <AlertRow
              key={row.id}
              row={row}
              now={now}
              canAct={canAct}
              focused={row.id === selection.focused}
              selected={selection.selected.has(row.id)}
              events={events}
            />
          ))}
        </div>
      )}
    </section>
  );
}

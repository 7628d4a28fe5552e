"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconCaretDown } from "../../ui/icon/icon-paths.ts";
import { useKeys } from "../../ui/keys/use-keys.ts";
import { AlertMenu } from "./alert-menu.tsx";
import { AlertRow, type RowEvents } from "./alert-row.tsx";
import { BulkBar, type MenuName } from "./bulk-bar.tsx";
import { inboxKeys } from "./inbox-keys.ts";
import { useAlertChanges } from "./use-alert-changes.ts";
import { useSelection } from "./use-selection.ts";
import type { AlertActions, AlertGroup, AlertRowView, Person } from "./view-model.ts";

export type InboxProps = { rows: readonly AlertRowView[]; people: readonly Person[]; now: string; canAct: boolean; actions: AlertActions };

const groupNames: Record<AlertGroup, string> = {
  nobody: "New, nobody has them",
  somebody: "Somebody is on it",
  snoozed: "Snoozed",
  resolved: "Resolved",
  quiet: "Kept quiet",
};
const order: readonly AlertGroup[] = ["nobody", "somebody", "snoozed", "resolved", "quiet"];

/** The list of alerts in groups, worked by keyboard: move, select, acknowledge, assign, snooze, judge, resolve. */
export function Inbox({ rows, people, now, canAct, actions }: InboxProps) {
  const list = useRef<HTMLDivElement>(null);
  const router = useRouter();
  const changes = useAlertChanges(rows, actions, people);
  const groups = order
    .map((group) => ({ group, rows: changes.rows.filter((row) => row.group === group) }))
    .filter((group) => group.rows.length > 0);
  const selection = useSelection(groups.flatMap((group) => group.rows.map((row) => row.id)));
  const [menu, setMenu] = useState<MenuName | null>(null);
  const targets = selection.selected.size > 0 ? [...selection.selected] : selection.focused === null ? [] : [selection.focused];

  function reach(id: string | null) {
    if (id === null) return;
    list.current?.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus();
    router.prefetch(changes.rows.find((row) => row.id === id)?.href ?? "");
  }
  function openMenu(name: MenuName) {
    if (canAct && targets.length > 0) setMenu(name);
  }
  function act(change: Parameters<typeof changes.change>[0]) {
    if (!canAct || change.alertIds.length === 0) return;
    changes.change(change);
    selection.clear();
  }
  const events: RowEvents = {
    onFocus: selection.focus,
    onSelect: (id, range) => (range ? selection.extend(id) : selection.toggle(id)),
    onAcknowledge: (id) => act({ action: "acknowledge", alertIds: [id] }),
    onTake: (id) => act({ action: "assign", alertIds: [id], userId: people.find((person) => person.you)?.id ?? null }),
    onSnooze: () => openMenu("snooze"),
    onJudge: () => openMenu("judge"),
  };
  useKeys(
    "Alerts",
    // oxlint-disable-next-line react/refs -- the keys read the list only when they are pressed
    inboxKeys({
      selection,
      targets,
      reach,
      openMenu,
      open: () => router.push(changes.rows.find((row) => row.id === selection.focused)?.href ?? ""),
      acknowledge: () => act({ action: "acknowledge", alertIds: targets }),
      reopen: () => act({ action: "reopen", alertIds: targets }),
    }),
  );
  return (
    <>
      <div className="inbox" ref={list}>
        {groups.map(({ group, rows: groupRows }) => (
          <section key={group} aria-label={`${groupNames[group]}, ${groupRows.length}`}>
            <div className="ghead">
              <Icon d={iconCaretDown} size={14} />
              <span>{groupNames[group]}</span>
              <span className="n">{groupRows.length}</span>
            </div>
            <div role="list">
              {groupRows.map((row) => (
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
          </section>
        ))}
      </div>
      <BulkBar
        count={selection.selected.size}
        onAcknowledge={() => act({ action: "acknowledge", alertIds: targets })}
        onMenu={openMenu}
        onClear={selection.clear}
      />
      <AlertMenu
        menu={menu}
        alertIds={targets}
        people={people}
        now={now}
        anchor={() =>
          document.querySelector(`[data-menu="${menu ?? ""}"]`) ??
          list.current?.querySelector(`[data-row="${selection.focused ?? ""}"] .money`) ??
          null
        }
        onChange={act}
        onJudge={(verdict) => {
          changes.judge(targets, verdict);
          selection.clear();
        }}
        onClose={() => setMenu(null)}
      />
    </>
  );
}

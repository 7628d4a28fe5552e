"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useKeys } from "../../ui/keys/use-keys.ts";
import { AlertMenu } from "./alert-menu.tsx";
import { BulkBar, type MenuName } from "./bulk-bar.tsx";
import { groupRows, InboxGroup, toggled } from "./inbox-group.tsx";
import { inboxEvents } from "./inbox-events.ts";
import { inboxKeys } from "./inbox-keys.ts";
import { useAlertChanges } from "./use-alert-changes.ts";
import { useSelection } from "./use-selection.ts";
import type { AlertActions, AlertGroup, AlertRowView, Person } from "./view-model.ts";

export type InboxProps = { rows: readonly AlertRowView[]; people: readonly Person[]; now: string; canAct: boolean; actions: AlertActions };

/** The list of alerts in groups, worked by keyboard: move, select, acknowledge, assign, snooze, judge, resolve. */
export function Inbox({ rows, people, now, canAct, actions }: InboxProps) {
  const list = useRef<HTMLDivElement>(null);
  const router = useRouter();
  const changes = useAlertChanges(rows, actions, people);
  const [closed, setClosed] = useState<ReadonlySet<AlertGroup>>(new Set());
  const groups = groupRows(changes.rows, closed);
  const selection = useSelection(groups.flatMap((group) => (group.isClosed ? [] : group.rows.map((row) => row.id))));
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
  const events = inboxEvents({ selection, people, now, act, openMenu });
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
        {groups.map((view) => (
          <InboxGroup
            key={view.group}
            view={view}
            selection={selection}
            now={now}
            canAct={canAct}
            events={events}
            onToggle={() => setClosed(toggled(closed, view.group))}
          />
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

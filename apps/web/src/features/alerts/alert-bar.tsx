"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconCaretDown } from "../../ui/icon/paths/caret-down.ts";
import { iconCaretUp } from "../../ui/icon/paths/caret-up.ts";
import { useKeys } from "../../ui/keys/use-keys.ts";
import { showToast } from "../../ui/overlay/toast-store.ts";
import { AlertMenu } from "./alert-menu.tsx";
import { errorText } from "../../trpc/error-text.ts";
import { primaryAction } from "./alert-primary.ts";
import { changeText } from "./alert-words.ts";
import type { AlertView } from "./alert-view.ts";
import type { MenuName } from "./bulk-bar.tsx";
import type { AlertActions, AlertChange, Person } from "./view-model.ts";

export type Neighbours = { text: string; before: string | null; after: string | null };

type AlertBarProps = {
  view: AlertView;
  people: readonly Person[];
  now: string;
  canAct: boolean;
  neighbours: Neighbours | null;
  actions: AlertActions;
};

/** Next and previous, snooze, assign, and the one primary: acknowledge, resolve once owned, reopen once resolved. */
export function AlertBar({ view, people, now, canAct, neighbours, actions }: AlertBarProps) {
  const router = useRouter();
  const bar = useRef<HTMLSpanElement>(null);
  const [menu, setMenu] = useState<MenuName | null>(null);
  const [busy, setBusy] = useState(false);
  const primary = primaryAction(view);

  async function change(next: AlertChange) {
    setBusy(true);
    try {
      const result = await actions.change(next);
      showToast({ tone: "done", text: changeText(next.action, result.changed.length, result.skipped) });
      router.refresh();
    } catch (error) {
      showToast({ tone: "failed", text: errorText(error) });
    }
    setBusy(false);
  }
  function runPrimary() {
    if (primary.action === "resolve") setMenu("resolve");
    else void change({ action: primary.action, alertIds: [view.id] });
  }
  const go = (href: string | null | undefined) => {
    if (href) router.push(href);
  };
  useKeys("Alert", [
    { keys: "j", does: "Next alert", run: () => go(neighbours?.after) },
    { keys: "k", does: "Alert before", run: () => go(neighbours?.before) },
    ...(canAct
      ? ([
          { keys: "a", does: "Acknowledge", run: () => void change({ action: "acknowledge", alertIds: [view.id] }) },
          { keys: "o", does: "Assign", run: () => setMenu("assign") },
          { keys: "s", does: "Snooze", run: () => setMenu("snooze") },
          { keys: "e", does: "Resolve", run: () => setMenu("resolve") },
          { keys: "r", does: "Reopen", run: () => void change({ action: "reopen", alertIds: [view.id] }) },
        ] as const)
      : []),
  ]);
  return (
    <span className="row8 hide-s" ref={bar}>
      {neighbours === null ? null : <Steps neighbours={neighbours} go={go} />}
      {canAct && view.state !== "resolved" ? (
        <>
          <Button hint="S" data-menu="snooze" onClick={() => setMenu("snooze")}>
            Snooze
          </Button>
          <Button hint="O" data-menu="assign" onClick={() => setMenu("assign")}>
            Assign
          </Button>
        </>
      ) : null}
      {canAct ? (
        <Button kind="primary" hint={primary.hint} busy={busy} data-menu="resolve" onClick={runPrimary}>
          {primary.name}
        </Button>
      ) : null}
      <AlertMenu
        menu={menu}
        alertIds={[view.id]}
        people={people}
        now={now}
        anchor={() => bar.current?.querySelector(`[data-menu="${menu ?? ""}"]`) ?? bar.current}
        onChange={(next) => void change(next)}
        onJudge={() => undefined}
        onClose={() => setMenu(null)}
      />
    </span>
  );
}

function Steps({ neighbours, go }: { neighbours: Neighbours; go: (href: string | null) => void }) {
  return (
    <>
      <span className="meta num">{neighbours.text}</span>
      <Button kind="ghost" icon aria-label="Previous alert" disabled={neighbours.before === null} onClick={() => go(neighbours.before)}>
        <Icon d={iconCaretUp} size={14} />
      </Button>
      <Button kind="ghost" icon aria-label="Next alert" disabled={neighbours.after === null} onClick={() => go(neighbours.after)}>
        <Icon d={iconCaretDown} size={14} />
      </Button>
    </>
  );
}

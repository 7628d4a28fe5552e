"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { showToast } from "../../ui/overlay/toast-store.ts";
import { AlertMenu } from "./alert-menu.tsx";
import { primaryAction } from "./alert-primary.ts";
import type { AlertView } from "./alert-view.ts";
import type { MenuName } from "./bulk-bar.tsx";
import type { AlertActions, AlertChange } from "./view-model.ts";

/** Snooze, judge and the primary action under the thumb of a phone. */
export function AlertThumb({ view, now, actions }: { view: AlertView; now: string; actions: AlertActions }) {
  const router = useRouter();
  const bar = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<MenuName | null>(null);
  const [busy, setBusy] = useState(false);
  const primary = primaryAction(view);

  async function change(next: AlertChange) {
    setBusy(true);
    try {
      await actions.change(next);
      router.refresh();
    } catch {
      showToast({ tone: "failed", text: "Nothing was changed. Try again." });
    }
    setBusy(false);
  }
  function runPrimary() {
    if (primary.action === "resolve") setMenu("resolve");
    else void change({ action: primary.action, alertIds: [view.id] });
  }

  return (
    <div className="thumb only-s" ref={bar}>
      {view.state === "resolved" ? null : <Button onClick={() => setMenu("snooze")}>Snooze</Button>}
      <Button onClick={() => document.getElementById("judge")?.scrollIntoView({ behavior: "smooth" })}>Judge</Button>
      <Button kind="primary" busy={busy} onClick={runPrimary}>
        {primary.name}
      </Button>
      <AlertMenu
        menu={menu}
        alertIds={[view.id]}
        people={[]}
        now={now}
        anchor={() => bar.current}
        onChange={(next) => void change(next)}
        onJudge={() => undefined}
        onClose={() => setMenu(null)}
      />
    </div>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { showToast } from "../../ui/overlay/toast-store.ts";
import { snoozeTimes } from "./snooze-times.ts";
import type { AlertView } from "./alert-view.ts";
import type { AlertActions, AlertChange } from "./view-model.ts";

/** Snooze, judge and acknowledge under the thumb of a phone. */
export function AlertThumb({ view, now, actions }: { view: AlertView; now: string; actions: AlertActions }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);

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

  return (
    <div className="thumb only-s">
      <Button onClick={() => void change({ action: "snooze", alertIds: [view.id], until: snoozeTimes(now)[0]?.until ?? now })}>
        Snooze
      </Button>
      <Button onClick={() => document.getElementById("judge")?.scrollIntoView({ behavior: "smooth" })}>Judge</Button>
      <Button
        kind="primary"
        busy={busy}
        onClick={() => void change({ action: view.state === "open" ? "acknowledge" : "reopen", alertIds: [view.id] })}
      >
        {view.state === "open" ? "Acknowledge" : "Reopen"}
      </Button>
    </div>
  );
}

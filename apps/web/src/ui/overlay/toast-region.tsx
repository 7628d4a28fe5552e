"use client";

import { useSyncExternalStore } from "react";
import { Button } from "../button.tsx";
import { Icon } from "../icon/icon.tsx";
import { iconCheckCircleFill } from "../icon/paths/check-circle-fill.ts";
import { iconWarningCircleFill } from "../icon/paths/warning-circle-fill.ts";
import { iconX } from "../icon/paths/x.ts";
import { useKeys } from "../keys/use-keys.ts";
import { closeToast, currentToasts, subscribeToasts, undoLast, type Toast } from "./toast-store.ts";

const nothing: readonly Toast[] = [];

/** Lines about what was just done; read politely, failures at once. */
export function ToastRegion() {
  const toasts = useSyncExternalStore(subscribeToasts, currentToasts, () => nothing);
  useKeys("Everywhere", [{ keys: "z", does: "Undo", run: undoLast }]);
  return (
    <div className="toasts" role="region" aria-label="Messages">
      {toasts.map((toast) => (
        <div key={toast.id} className="overlay toast" role={toast.tone === "failed" ? "alert" : "status"}>
          <span className={toast.tone === "failed" ? "c-critical" : ""}>
            <Icon d={toast.tone === "failed" ? iconWarningCircleFill : iconCheckCircleFill} />
          </span>
          <span className="grow">{toast.text}</span>
          {toast.undo === undefined ? null : (
            <Button kind="ghost" size="sm" hint="Z" onClick={undoLast}>
              Undo
            </Button>
          )}
          <Button kind="ghost" size="sm" icon aria-label="Close" onClick={() => closeToast(toast.id)}>
            <Icon d={iconX} size={14} />
          </Button>
        </div>
      ))}
    </div>
  );
}

"use client";

import { Dialog } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import { Icon } from "../icon/icon.tsx";
import { iconX } from "../icon/paths/x.ts";

export type ModalProps = {
  title: string;
  description?: string | undefined;
  /** `sheet` slides from the right on a desktop and from below on a phone. */
  look?: "dialog" | "sheet" | "palette" | undefined;
  onClose: () => void;
  children: ReactNode;
};

/** The open dialog itself, in its own chunk; focus returns to the opener when it closes. */
export function ModalBody({ title, description, look = "dialog", onClose, children }: ModalProps) {
  const palette = look === "palette";
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className={`overlay modal ${look}`} data-modal="">
          <div className={palette ? "sr" : "modalhead"}>
            <Dialog.Title className="h">{title}</Dialog.Title>
            {palette ? null : (
              <Dialog.Close className="btn ghost sm icon" aria-label="Close">
                <Icon d={iconX} size={14} />
              </Dialog.Close>
            )}
          </div>
          {description === undefined ? null : <Dialog.Description className="muted modaltext">{description}</Dialog.Description>}
          <div className={palette ? "" : "modalbody stack g12"}>{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

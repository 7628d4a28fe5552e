"use client";

import { useState } from "react";
import { Button, type ButtonLook } from "../button.tsx";
import { Modal } from "./modal.tsx";

type ConfirmButtonProps = ButtonLook & {
  /** The verb on the button, "Remove". */
  verb: string;
  /** What it is done to; said to screen readers and in the question. */
  subject: string;
  /** What will be so, and that it cannot be undone. */
  consequence: string;
  busy?: boolean | undefined;
  onConfirm: () => void;
};

/** A button for what cannot be undone: it asks before it does it. */
export function ConfirmButton({ verb, subject, consequence, busy, onConfirm, ...look }: ConfirmButtonProps) {
  const [open, setOpen] = useState(false);
  const confirm = () => {
    setOpen(false);
    onConfirm();
  };
  return (
    <>
      <Button {...look} busy={busy} onClick={() => setOpen(true)}>
        {verb}
        <span className="sr"> {subject}</span>
      </Button>
      <Modal open={open} title={`${verb} ${subject}?`} description={consequence} onClose={() => setOpen(false)}>
        <div className="rowbtn">
          <Button kind="danger" onClick={confirm}>
            {verb}
          </Button>
          <Button onClick={() => setOpen(false)}>Keep</Button>
        </div>
      </Modal>
    </>
  );
}

"use client";

import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Field, TextInput } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconTrash } from "../../ui/icon/paths/trash.ts";
import { Modal } from "../../ui/overlay/modal.tsx";

/** Voids a file after its name was typed: its claims leave every figure, the history stays. */
export function VoidDialog({ name, run }: { name: string; run: () => Promise<void> }) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);

  async function confirm() {
    setBusy(true);
    setFailed(false);
    try {
      await run();
      setOpen(false);
    } catch {
      setFailed(true);
    }
    setBusy(false);
  }

  return (
    <>
      <Button kind="danger" onClick={() => setOpen(true)}>
        <Icon d={iconTrash} size={14} />
        Void file
      </Button>
      <Modal
        open={open}
        title="Void this file"
        description="Its claims leave every figure and findings are looked at again. The history stays. This cannot be undone; the file can be sent again."
        onClose={() => setOpen(false)}
      >
        <Field
          id="void-name"
          label={`Type ${name}`}
          error={failed ? "The file was not voided. Nothing was changed. Try again." : undefined}
        >
          <TextInput autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </Field>
        <Button kind="danger" busy={busy} disabled={typed !== name} onClick={() => void confirm()}>
          {typed === name ? "Void file" : "Type the name of the file first"}
        </Button>
      </Modal>
    </>
  );
}

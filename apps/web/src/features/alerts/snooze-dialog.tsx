"use client";

import type { FormEvent } from "react";
import { Button } from "../../ui/button.tsx";
import { Field, TextInput } from "../../ui/field.tsx";
import { addDaysTo } from "../../ui/format/format-date.ts";
import { Modal } from "../../ui/overlay/modal.tsx";
import { morningOf } from "./snooze-times.ts";

type SnoozeDialogProps = { open: boolean; now: string; onPick: (until: string) => void; onClose: () => void };

const longestDays = 365;

/** Asks for the day on whose morning a snooze ends. */
export function SnoozeDialog({ open, now, onPick, onClose }: SnoozeDialogProps) {
  const today = now.slice(0, 10);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    onPick(morningOf(String(new FormData(event.currentTarget).get("until"))));
  }
  return (
    <Modal open={open} title="Snooze until a date" onClose={onClose}>
      <form className="stack g12" onSubmit={submit}>
        <Field id="snooze-until" label="Back on" hint="It comes back at 8 in the morning.">
          <TextInput
            name="until"
            type="date"
            autoFocus
            required
            min={addDaysTo(today, 1)}
            max={addDaysTo(today, longestDays)}
            defaultValue={addDaysTo(today, 7)}
          />
        </Field>
        <div className="rowbtn">
          <Button kind="primary" type="submit">
            Snooze
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Modal>
  );
}

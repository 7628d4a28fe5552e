"use client";

import type { PlatformCustomerDto } from "@upstream/tenancy/schemas";
import { useState, type FormEvent } from "react";
import { useTRPCClient } from "../../trpc/client.tsx";
import { errorText } from "../../trpc/error-text.ts";
import { Button } from "../../ui/button.tsx";
import { Field, Select, TextInput } from "../../ui/field.tsx";
import { Modal } from "../../ui/overlay/modal.tsx";

/** Asks reason, ticket and minutes, then opens the customer for reading. */
export function OpenCustomer({ customer }: { customer: PlatformCustomerDto }) {
  const client = useTRPCClient();
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const ticket = String(data.get("ticket") ?? "").trim();
    setBusy(true);
    try {
      await client.platform.grantAccess.mutate({
        customerId: customer.id,
        reason: String(data.get("reason") ?? ""),
        minutes: Number(data.get("minutes")),
        ...(ticket === "" ? {} : { ticket }),
      });
      location.assign(`/${customer.slug}`);
    } catch (failure) {
      setError(errorText(failure));
      setBusy(false);
    }
  }

  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        Open
      </Button>
      <Modal
        open={open}
        title={`Open ${customer.name}`}
        description="You can read, not change. The customer sees your name, your reason and every look in its audit log."
        onClose={() => setOpen(false)}
      >
        <form className="stack g12" onSubmit={(event) => void submit(event)}>
          <Field id="grant-reason" label="Reason" error={error}>
            <TextInput name="reason" required minLength={10} maxLength={500} />
          </Field>
          <div className="two">
            <Field id="grant-ticket" label="Ticket">
              <TextInput name="ticket" maxLength={80} />
            </Field>
            <Field id="grant-minutes" label="For">
              <Select name="minutes" defaultValue="30">
                <option value="15">15 minutes</option>
                <option value="30">30 minutes</option>
                <option value="60">60 minutes</option>
              </Select>
            </Field>
          </div>
          <Button kind="primary" type="submit" busy={busy}>
            Open for reading
          </Button>
        </form>
      </Modal>
    </>
  );
}

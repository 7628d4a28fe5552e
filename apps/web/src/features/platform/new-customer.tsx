"use client";

import { useState } from "react";
import { useTRPCClient } from "../../trpc/client.tsx";
import { useFormAct } from "../../trpc/use-form-act.ts";
import { Field, TextInput } from "../../ui/field.tsx";
import { PanelForm } from "../../ui/panel-form.tsx";
import { ShownOnce } from "../../ui/shown-once.tsx";

/** Creates a customer with its first owner; a new owner's first password is shown once. */
export function NewCustomer() {
  const client = useTRPCClient();
  const [password, setPassword] = useState<string | null>(null);
  const form = useFormAct(async (text) => {
    const { owner } = await client.platform.createCustomer.mutate({
      name: text("name"),
      timeZone: text("zone"),
      owner: { email: text("email"), name: text("owner") },
    });
    setPassword(owner.initialPassword);
  }, "The customer was created.");
  return (
    <PanelForm
      title="New customer"
      verb="Create customer"
      {...form}
      after={<ShownOnce id="owner-password" label="First password of the owner" value={password} />}
    >
      <div className="two">
        <Field id="customer-name" label="Name">
          <TextInput name="name" required maxLength={120} />
        </Field>
        <Field id="customer-zone" label="Time zone">
          <TextInput name="zone" required defaultValue="America/New_York" />
        </Field>
        <Field id="owner-name" label="First owner">
          <TextInput name="owner" required maxLength={120} />
        </Field>
        <Field id="owner-email" label="Owner’s e-mail">
          <TextInput name="email" type="email" required />
        </Field>
      </div>
    </PanelForm>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { useTRPCClient } from "../../trpc/client.tsx";
import { errorText } from "../../trpc/error-text.ts";
import { Button } from "../../ui/button.tsx";
import { CopyField } from "../../ui/copy-field.tsx";
import { Field, TextInput } from "../../ui/field.tsx";
import { Note } from "../../ui/note.tsx";
import { Panel } from "../../ui/panel.tsx";

/** Creates a customer with its first owner; a new owner's first password is shown once. */
export function NewCustomer() {
  const client = useTRPCClient();
  const router = useRouter();
  const [password, setPassword] = useState<string | null>(null);
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const text = (name: string) => String(data.get(name) ?? "").trim();
    setBusy(true);
    setError(undefined);
    try {
      const { owner } = await client.platform.createCustomer.mutate({
        name: text("name"),
        timeZone: text("zone"),
        owner: { email: text("email"), name: text("owner") },
      });
      setPassword(owner.initialPassword);
      form.reset();
      router.refresh();
    } catch (failure) {
      setError(errorText(failure));
    }
    setBusy(false);
  }

  return (
    <Panel title="New customer" body>
      <form className="stack g12 setbody" onSubmit={(event) => void submit(event)}>
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
        {error === undefined ? null : (
          <Note tone="bad" live>
            {error}
          </Note>
        )}
        <div className="rowbtn">
          <Button kind="primary" type="submit" busy={busy}>
            Create customer
          </Button>
        </div>
      </form>
      {password === null ? null : (
        <Note>
          <CopyField id="owner-password" label="First password of the owner, shown only now" value={password} />
        </Note>
      )}
    </Panel>
  );
}

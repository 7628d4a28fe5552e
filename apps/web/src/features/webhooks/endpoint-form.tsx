"use client";

import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { useTRPCClient } from "../../trpc/client.tsx";
import { errorText } from "../../trpc/error-text.ts";
import { Button } from "../../ui/button.tsx";
import { Field, TextInput } from "../../ui/field.tsx";
import { Panel } from "../../ui/panel.tsx";

const events = ["upload.processed", "upload.failed", "drift.detected", "drift.recovered", "alert.raised", "alert.resolved"] as const;

/** Sets a receiver up: address and the events it hears about; the answer holds the secret, once. */
export function EndpointForm({ onSecret }: { onSecret: (secret: string) => void }) {
  const client = useTRPCClient();
  const router = useRouter();
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const description = String(data.get("description") ?? "").trim();
    setBusy(true);
    setError(undefined);
    try {
      const made = await client.webhooks.create.mutate({
        url: String(data.get("url") ?? ""),
        events: events.filter((name) => data.has(name)),
        ...(description === "" ? {} : { description }),
      });
      onSecret(made.secret);
      form.reset();
      router.refresh();
    } catch (failure) {
      setError(errorText(failure));
    }
    setBusy(false);
  }

  return (
    <Panel title="Add a webhook" body>
      <form className="stack g12" onSubmit={(event) => void submit(event)}>
        <Field id="endpoint-url" label="Address" hint="Only https addresses on the public internet." error={error}>
          <TextInput name="url" type="url" required autoComplete="off" />
        </Field>
        <Field id="endpoint-description" label="What for">
          <TextInput name="description" maxLength={200} autoComplete="off" />
        </Field>
        <fieldset className="stack g6">
          <legend className="flabel">Hears about</legend>
          {events.map((name) => (
            <label key={name} className="row8">
              <input type="checkbox" className="check" name={name} defaultChecked={name.startsWith("alert.")} />
              <span className="mono">{name}</span>
            </label>
          ))}
        </fieldset>
        <div className="rowbtn">
          <Button kind="primary" type="submit" busy={busy}>
            Add webhook
          </Button>
        </div>
      </form>
    </Panel>
  );
}

"use client";

import { useTRPCClient } from "../../trpc/client.tsx";
import { useFormAct } from "../../trpc/use-form-act.ts";
import { Field, TextInput } from "../../ui/field.tsx";
import { PanelForm } from "../../ui/panel-form.tsx";
import { eventName } from "../../ui/text/event-name.ts";

const events = ["upload.processed", "upload.failed", "drift.detected", "drift.recovered", "alert.raised", "alert.resolved"] as const;

/** Sets a receiver up: address and the events it hears about; the answer holds the secret, once. */
export function EndpointForm({ onSecret }: { onSecret: (secret: string) => void }) {
  const client = useTRPCClient();
  const form = useFormAct(async (text) => {
    const description = text("description");
    const made = await client.webhooks.create.mutate({
      url: text("url"),
      events: events.filter((name) => text(name) !== ""),
      ...(description === "" ? {} : { description }),
    });
    onSecret(made.secret);
  }, "The webhook was added. Its secret stands above.");
  return (
    <PanelForm title="Add a webhook" verb="Add webhook" {...form}>
      <Field id="endpoint-url" label="Address" hint="Only https addresses on the public internet.">
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
            {eventName(name)} <span className="mono faint">{name}</span>
          </label>
        ))}
      </fieldset>
    </PanelForm>
  );
}

"use client";

import { useState } from "react";
import { useTRPCClient } from "../../trpc/client.tsx";
import { useFormAct } from "../../trpc/use-form-act.ts";
import { Field, Select, TextInput } from "../../ui/field.tsx";
import { PanelForm } from "../../ui/panel-form.tsx";

/** One more e-mail list or Slack channel. */
export function ChannelForm() {
  const client = useTRPCClient();
  const [kind, setKind] = useState<"email" | "slack">("email");
  const form = useFormAct((text) => {
    const name = text("name");
    if (kind === "slack") return client.channels.create.mutate({ kind, name, secrets: { webhookUrl: text("webhookUrl") } });
    const recipients = text("recipients")
      .split(/[\s,;]+/)
      .filter(Boolean);
    return client.channels.create.mutate({ kind, name, config: { recipients } });
  }, "The channel was added.");
  return (
    <PanelForm title="Add a channel" verb="Add channel" {...form}>
      <div className="two">
        <Field id="channel-kind" label="Kind">
          <Select value={kind} onChange={(event) => setKind(event.target.value === "slack" ? "slack" : "email")}>
            <option value="email">E-mail</option>
            <option value="slack">Slack</option>
          </Select>
        </Field>
        <Field id="channel-name" label="Name">
          <TextInput name="name" required maxLength={80} autoComplete="off" />
        </Field>
      </div>
      {kind === "email" ? (
        <Field id="channel-recipients" label="Addresses" hint="Several are separated by commas.">
          <TextInput name="recipients" required autoComplete="off" />
        </Field>
      ) : (
        <Field id="channel-url" label="Incoming webhook of Slack" hint="Kept encrypted and not shown again.">
          <TextInput name="webhookUrl" type="url" required autoComplete="off" />
        </Field>
      )}
    </PanelForm>
  );
}

"use client";

import { useState, type FormEvent } from "react";
import { useTRPCClient } from "../../trpc/client.tsx";
import { useAct } from "../../trpc/use-act.ts";
import { ActStatus } from "../../ui/act-status.tsx";
import { Button } from "../../ui/button.tsx";
import { Field, Select, TextInput } from "../../ui/field.tsx";
import { Panel } from "../../ui/panel.tsx";

/** One more e-mail list or Slack channel. */
export function ChannelForm() {
  const client = useTRPCClient();
  const act = useAct();
  const [kind, setKind] = useState<"email" | "slack">("email");

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const text = (name: string) => String(new FormData(form).get(name) ?? "").trim();
    const isAdded = await act.run(
      "add",
      () =>
        kind === "email"
          ? client.channels.create.mutate({
              kind,
              name: text("name"),
              config: {
                recipients: text("recipients")
                  .split(/[\s,;]+/)
                  .filter(Boolean),
              },
            })
          : client.channels.create.mutate({ kind, name: text("name"), secrets: { webhookUrl: text("webhookUrl") } }),
      "The channel was added.",
    );
    if (isAdded) form.reset();
  }

  return (
    <Panel title="Add a channel" body>
      <form className="stack g12" onSubmit={(event) => void submit(event)}>
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
        <div className="rowbtn">
          <Button kind="primary" type="submit" busy={act.busy !== null}>
            Add channel
          </Button>
        </div>
        <ActStatus text={act.text} failed={act.failed} />
      </form>
    </Panel>
  );
}

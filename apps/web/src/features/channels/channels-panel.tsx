"use client";

import type { ChannelDto } from "@upstream/alerts/schemas";
import { useTRPCClient } from "../../trpc/client.tsx";
import { Refusal } from "../../trpc/error-text.ts";
import { useAct } from "../../trpc/use-act.ts";
import { ActStatus } from "../../ui/act-status.tsx";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ChannelForm } from "./channel-form.tsx";
import { channelKindName, channelReach } from "./channel-words.ts";
import { ConfirmButton } from "../../ui/overlay/confirm-button.tsx";

/** Ways to reach people: on or off, a test, and one more. */
export function ChannelsPanel({ channels }: { channels: readonly ChannelDto[] }) {
  return (
    <>
      {channels.map((channel) => (
        <ChannelRow key={channel.id} channel={channel} />
      ))}
      <ChannelForm />
    </>
  );
}

function ChannelRow({ channel }: { channel: ChannelDto }) {
  const client = useTRPCClient();
  const act = useAct();
  const ref = { channelId: channel.id };

  async function test() {
    await act.run(
      "test",
      async () => {
        const answer = await client.channels.test.mutate(ref);
        const failed = answer.results.filter((result) => !result.ok);
        if (failed.length > 0)
          throw new Refusal(`The test did not arrive: ${failed.map((result) => result.error ?? String(result.status)).join(", ")}.`);
      },
      "The test arrived.",
    );
  }

  return (
    <Panel
      title={channel.name}
      tools={
        <label className="row8">
          <span className="meta">{channel.isEnabled ? "On" : "Off"}</span>
          <input
            type="checkbox"
            role="switch"
            className="switch"
            aria-label={`${channel.name} is on`}
            checked={channel.isEnabled}
            onChange={(event) =>
              void act.run("switch", () => client.channels.update.mutate({ ...ref, isEnabled: event.target.checked }), "Saved.")
            }
          />
        </label>
      }
      body
    >
      <p>
        {channelKindName(channel.kind)} <span className="muted">to {channelReach(channel)}</span>
      </p>
      <div className="rowbtn wraprow">
        <Button busy={act.busy === "test"} onClick={() => void test()}>
          Send test
        </Button>
        <ConfirmButton
          kind="danger"
          verb="Remove"
          subject={channel.name}
          consequence="Alerts are no longer sent there, and what still waits is cancelled. This cannot be undone."
          busy={act.busy === "delete"}
          onConfirm={() => void act.run("delete", () => client.channels.delete.mutate(ref), "The channel was removed.")}
        />
      </div>
      <ActStatus act={act} />
    </Panel>
  );
}

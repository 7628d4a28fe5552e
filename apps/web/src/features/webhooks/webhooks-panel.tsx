"use client";

import type { EndpointDto } from "@upstream/alerts/schemas";
import { useState } from "react";
import { useTRPCClient } from "../../trpc/client.tsx";
import { ActStatus } from "../../ui/act-status.tsx";
import { Button } from "../../ui/button.tsx";
import { formatMoment } from "../../ui/format/format-date.ts";
import { KeyValues } from "../../ui/key-values.tsx";
import { ShownOnce } from "../../ui/shown-once.tsx";
import { StateChip } from "../../ui/state-chip.tsx";
import { eventName } from "../../ui/text/event-name.ts";
import { EndpointForm } from "./endpoint-form.tsx";
import { endpointStateText } from "./endpoint-words.ts";
import { useAct } from "../../trpc/use-act.ts";
import { ConfirmButton } from "../../ui/overlay/confirm-button.tsx";

type WebhooksPanelProps = { endpoints: readonly EndpointDto[]; zone: string; now: string };

/** Receivers of signed messages: state, test, pause, new secret; secrets are shown once. */
export function WebhooksPanel({ endpoints, zone, now }: WebhooksPanelProps) {
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <>
      <ShownOnce id="endpoint-secret" label="Signing secret" value={secret} />
      {endpoints.map((endpoint) => (
        <EndpointPanel key={endpoint.id} endpoint={endpoint} zone={zone} now={now} onSecret={setSecret} />
      ))}
      <EndpointForm onSecret={setSecret} />
    </>
  );
}

function EndpointPanel({
  endpoint,
  zone,
  now,
  onSecret,
}: {
  endpoint: EndpointDto;
  zone: string;
  now: string;
  onSecret: (secret: string) => void;
}) {
  const client = useTRPCClient();
  const act = useAct();
  const ref = { endpointId: endpoint.id };
  const failing = endpoint.state === "disabled" || endpoint.failuresInARow > 0;
  return (
    <section className="panel">
      <div className="head">
        <h2 className="h trunc">{endpoint.url}</h2>
        <StateChip tone={failing ? "critical" : endpoint.state === "active" ? "good" : undefined}>{endpointStateText(endpoint)}</StateChip>
      </div>
      <div className="body stack g12">
        <KeyValues
          className="wrapped"
          pairs={[
            ["Hears about", endpoint.events.map((event) => eventName(event).toLowerCase()).join(", ")],
            ...(endpoint.description === null ? [] : [["What for", endpoint.description] as const]),
            ["Last arrived", endpoint.lastSuccessAt === null ? "never" : formatMoment(endpoint.lastSuccessAt, zone, now)],
            ...(endpoint.failuresInARow === 0 ? [] : [["Failures in a row", endpoint.failuresInARow] as const]),
          ]}
        />
        <div className="rowbtn wraprow">
          <Button
            busy={act.busy === "test"}
            onClick={() => void act.run("test", () => client.webhooks.test.mutate(ref), "A test message is on its way; see Deliveries.")}
          >
            Send test
          </Button>
          {endpoint.state === "active" ? (
            <Button
              busy={act.busy === "pause"}
              onClick={() => void act.run("pause", () => client.webhooks.pause.mutate(ref), "Paused. Messages wait.")}
            >
              Pause
            </Button>
          ) : (
            <Button
              busy={act.busy === "resume"}
              onClick={() => void act.run("resume", () => client.webhooks.resume.mutate(ref), "Sending again.")}
            >
              Resume
            </Button>
          )}
          <Button
            busy={act.busy === "rotate"}
            onClick={() =>
              void act.run(
                "rotate",
                async () => onSecret((await client.webhooks.rotateSecret.mutate({ ...ref, overlapHours: 24 })).secret),
                "The old secret signs along for 24 hours.",
              )
            }
          >
            New secret
          </Button>
          <ConfirmButton
            kind="danger"
            verb="Remove"
            subject="webhook"
            consequence="Nothing more is sent to this address, and what still waits is cancelled. This cannot be undone."
            busy={act.busy === "delete"}
            onConfirm={() => void act.run("delete", () => client.webhooks.delete.mutate(ref), "The webhook was removed.")}
          />
        </div>
        <ActStatus act={act} />
      </div>
    </section>
  );
}

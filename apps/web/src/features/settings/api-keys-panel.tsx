"use client";

import type { ApiKeyDto } from "@upstream/tenancy/schemas";
import dynamic from "next/dynamic";
import { useTRPCClient } from "../../trpc/client.tsx";
import { useAct } from "../../trpc/use-act.ts";
import { ActStatus } from "../../ui/act-status.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { dayInZone, formatDay, formatMoment } from "../../ui/format/format-date.ts";
import { Panel } from "../../ui/panel.tsx";
import { ConfirmButton } from "../../ui/overlay/confirm-button.tsx";

const IssueForm = dynamic(async () => (await import("./issue-form.tsx")).IssueForm);

type ApiKeysPanelProps = { keys: readonly ApiKeyDto[]; zone: string; now: string };

/** Keys for programs: who they act as, until when; the secret is shown once. */
export function ApiKeysPanel({ keys, zone, now }: ApiKeysPanelProps) {
  const client = useTRPCClient();
  const act = useAct();
  const today = dayInZone(now, zone);
  const columns: Column<ApiKeyDto>[] = [
    { id: "name", head: "Name", cell: (key) => <span className="strong">{key.name}</span>, phone: true },
    { id: "role", head: "Acts as", cell: (key) => `${key.role}, ${key.scope === "read" ? "reads only" : "reads and writes"}`, phone: true },
    {
      id: "used",
      head: "Last used",
      cell: (key) => (key.lastUsedAt === null ? <span className="faint">never</span> : formatMoment(key.lastUsedAt, zone, now)),
    },
    { id: "expires", head: "Until", cell: (key) => formatDay(dayInZone(key.expiresAt, zone), today) },
    {
      id: "revoke",
      head: <span className="sr">Actions</span>,
      right: true,
      phone: true,
      cell: (key) => (
        <ConfirmButton
          kind="ghost"
          size="sm"
          verb="Revoke"
          subject={key.name}
          consequence="Whatever uses this key is refused from now on. This cannot be undone; a new key can be issued."
          onConfirm={() => void act.run("save", () => client.apiKeys.revoke.mutate({ apiKeyId: key.id }), `${key.name} was revoked.`)}
        />
      ),
    },
  ];
  return (
    <>
      <Panel title="Keys">
        {keys.length === 0 ? (
          <p className="body muted">No key was issued yet.</p>
        ) : (
          <DataTable caption="API keys" columns={columns} rows={keys} rowKey={(key) => key.id} />
        )}
      </Panel>
      <ActStatus act={act} />
      <IssueForm />
    </>
  );
}

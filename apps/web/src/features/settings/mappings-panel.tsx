"use client";

import { groupName } from "@upstream/core/schemas";
import type { CptMappingDto, PayerMappingDto } from "@upstream/tenancy/schemas";
import dynamic from "next/dynamic";
import { useTRPCClient } from "../../trpc/client.tsx";
import { useAct } from "../../trpc/use-act.ts";
import { ActStatus } from "../../ui/act-status.tsx";
import { Button } from "../../ui/button.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { Panel } from "../../ui/panel.tsx";

const PayerForm = dynamic(async () => (await import("./payer-form.tsx")).PayerForm);

type MappingsPanelProps = { payers: readonly PayerMappingDto[]; groups: readonly CptMappingDto[]; editable: boolean };

/** Raw payer names and what they mean; ranges of procedure codes and their groups. */
export function MappingsPanel({ payers, groups, editable }: MappingsPanelProps) {
  const client = useTRPCClient();
  const act = useAct();
  const payerColumns: Column<PayerMappingDto>[] = [
    { id: "raw", head: "Name in files", cell: (mapping) => <span className="mono">{mapping.rawName}</span>, phone: true },
    { id: "payer", head: "Payer", cell: (mapping) => <span className="strong">{mapping.payerName}</span>, phone: true },
    {
      id: "delete",
      head: <span className="sr">Actions</span>,
      right: true,
      cell: (mapping) =>
        editable ? (
          <Button
            kind="ghost"
            size="sm"
            onClick={() =>
              void act.run("save", () => client.mappings.payers.delete.mutate({ mappingId: mapping.id }), "The mapping was removed.")
            }
          >
            Remove
          </Button>
        ) : null,
    },
  ];
  const groupColumns: Column<CptMappingDto>[] = [
    {
      id: "range",
      head: "CPT",
      cell: (mapping) => (
        <span className="mono">{mapping.cptFrom === mapping.cptTo ? mapping.cptFrom : `${mapping.cptFrom} – ${mapping.cptTo}`}</span>
      ),
      phone: true,
    },
    { id: "group", head: "Group", cell: (mapping) => <span className="strong">{groupName(mapping.cptGroup)}</span>, phone: true },
  ];
  return (
    <>
      <Panel title="Payer names">
        {payers.length === 0 ? (
          <p className="body muted">Payers are named as in your files.</p>
        ) : (
          <DataTable caption="Payer names" columns={payerColumns} rows={payers} rowKey={(mapping) => mapping.id} />
        )}
      </Panel>
      <ActStatus act={act} />
      {editable ? <PayerForm /> : null}
      <Panel title="Procedure groups">
        {groups.length === 0 ? (
          <p className="body muted">The usual groups are used.</p>
        ) : (
          <DataTable caption="Procedure groups" columns={groupColumns} rows={groups} rowKey={(mapping) => mapping.id} />
        )}
      </Panel>
    </>
  );
}

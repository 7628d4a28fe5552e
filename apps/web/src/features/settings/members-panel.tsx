"use client";

import type { Role } from "@upstream/core/schemas";
import type { MemberDto } from "@upstream/tenancy/schemas";
import dynamic from "next/dynamic";
import { useTRPCClient } from "../../trpc/client.tsx";
import { useAct } from "../../trpc/use-act.ts";
import { ActStatus } from "../../ui/act-status.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { Select } from "../../ui/field.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ConfirmButton } from "../../ui/overlay/confirm-button.tsx";

const InviteForm = dynamic(async () => (await import("./invite-form.tsx")).InviteForm);

type MembersPanelProps = { members: readonly MemberDto[]; userId: string; assignable: readonly Role[] };

/** People of the customer with their roles; a role changes at once, and the last owner stays. */
export function MembersPanel({ members, userId, assignable }: MembersPanelProps) {
  const client = useTRPCClient();
  const act = useAct();
  const columns: Column<MemberDto>[] = [
    {
      id: "name",
      head: "Name",
      cell: (member) => <span className="strong">{member.userId === userId ? `${member.name} (you)` : member.name}</span>,
      phone: true,
    },
    { id: "email", head: "E-mail", cell: (member) => <span className="muted">{member.email}</span> },
    {
      id: "role",
      head: "Role",
      phone: true,
      cell: (member) =>
        assignable.includes(member.role) ? (
          <RoleSelect
            member={member}
            assignable={assignable}
            onChange={(role) =>
              void act.run("save", () => client.members.change.mutate({ memberId: member.id, role }), `${member.name} is now ${role}.`)
            }
          />
        ) : (
          member.role
        ),
    },
    {
      id: "phi",
      head: "May reveal patients",
      cell: (member) => (
        <input
          type="checkbox"
          role="switch"
          className="switch"
          aria-label={`${member.name} may reveal patient data`}
          checked={member.mayRevealPhi}
          onChange={(event) =>
            void act.run("save", () => client.members.change.mutate({ memberId: member.id, mayRevealPhi: event.target.checked }), "Saved.")
          }
        />
      ),
    },
    {
      id: "remove",
      head: <span className="sr">Actions</span>,
      right: true,
      phone: true,
      cell: (member) =>
        assignable.includes(member.role) && member.userId !== userId ? (
          <ConfirmButton
            kind="ghost"
            size="sm"
            verb="Remove"
            subject={member.name}
            consequence="They can no longer sign in to this customer. What they did stays in the audit log. They can be invited again."
            onConfirm={() =>
              void act.run("save", () => client.members.remove.mutate({ memberId: member.id }), `${member.name} was removed.`)
            }
          />
        ) : null,
    },
  ];
  return (
    <>
      <Panel title="Members">
        <DataTable caption="Members" columns={columns} rows={members} rowKey={(member) => member.id} />
      </Panel>
      <ActStatus act={act} />
      <InviteForm assignable={assignable} />
    </>
  );
}

function RoleSelect({ member, assignable, onChange }: { member: MemberDto; assignable: readonly Role[]; onChange: (role: Role) => void }) {
  return (
    <Select
      small
      className="rolebox"
      aria-label={`Role of ${member.name}`}
      value={member.role}
      onChange={(event) => onChange(event.target.value as Role)}
    >
      {assignable.map((role) => (
        <option key={role} value={role}>
          {role}
        </option>
      ))}
    </Select>
  );
}

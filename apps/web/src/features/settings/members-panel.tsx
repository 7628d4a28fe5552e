"use client";

import type { Role } from "@upstream/core/schemas";
import type { MemberDto } from "@upstream/tenancy/schemas";
import dynamic from "next/dynamic";
import { useTRPCClient } from "../../trpc/client.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { Panel } from "../../ui/panel.tsx";
import { FormStatus } from "./form-status.tsx";
import { useSave } from "./use-save.ts";
import { ConfirmButton } from "../../ui/overlay/confirm-button.tsx";

const InviteForm = dynamic(async () => (await import("./invite-form.tsx")).InviteForm);

type MembersPanelProps = { members: readonly MemberDto[]; userId: string; assignable: readonly Role[] };

/** People of the customer with their roles; a role changes at once, and the last owner stays. */
export function MembersPanel({ members, userId, assignable }: MembersPanelProps) {
  const client = useTRPCClient();
  const save = useSave();
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
              void save.run(() => client.members.change.mutate({ memberId: member.id, role }), `${member.name} is now ${role}.`)
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
            void save.run(() => client.members.change.mutate({ memberId: member.id, mayRevealPhi: event.target.checked }), "Saved.")
          }
        />
      ),
    },
    {
      id: "remove",
      head: <span className="sr">Actions</span>,
      right: true,
      cell: (member) =>
        assignable.includes(member.role) && member.userId !== userId ? (
          <ConfirmButton
            kind="ghost"
            size="sm"
            verb="Remove"
            subject={member.name}
            consequence="They can no longer sign in to this customer. What they did stays in the audit log. They can be invited again."
            onConfirm={() => void save.run(() => client.members.remove.mutate({ memberId: member.id }), `${member.name} was removed.`)}
          />
        ) : null,
    },
  ];
  return (
    <>
      <Panel title="Members">
        <DataTable caption="Members" columns={columns} rows={members} rowKey={(member) => member.id} />
      </Panel>
      <FormStatus saved={save.saved} error={save.error} />
      <InviteForm assignable={assignable} />
    </>
  );
}

function RoleSelect({ member, assignable, onChange }: { member: MemberDto; assignable: readonly Role[]; onChange: (role: Role) => void }) {
  return (
    <select
      className="input sm rolebox"
      aria-label={`Role of ${member.name}`}
      value={member.role}
      onChange={(event) => onChange(event.target.value as Role)}
    >
      {assignable.map((role) => (
        <option key={role} value={role}>
          {role}
        </option>
      ))}
    </select>
  );
}

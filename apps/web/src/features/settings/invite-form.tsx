"use client";

import "./zod-without-eval.ts";
import type { Role } from "@upstream/core/schemas";
import { inviteMemberInput } from "@upstream/tenancy/schemas";
import { useState } from "react";
import { useTRPCClient } from "../../trpc/client.tsx";
import { Field, Select, TextInput } from "../../ui/field.tsx";
import { PanelForm } from "../../ui/panel-form.tsx";
import { ShownOnce } from "../../ui/shown-once.tsx";
import { useSchemaForm } from "./use-schema-form.ts";

/** Adds a person; a new one gets a first password, shown once. */
export function InviteForm({ assignable }: { assignable: readonly Role[] }) {
  const client = useTRPCClient();
  const [password, setPassword] = useState<string | null>(null);
  const { act, register, error, reset, sends } = useSchemaForm(inviteMemberInput, { email: "", name: "", role: "analyst" });
  const onSubmit = sends(async (input) => {
    setPassword((await client.members.invite.mutate(input)).initialPassword);
    reset();
  }, "The person was added.");
  return (
    <PanelForm
      title="Add a person"
      verb="Add person"
      act={act}
      onSubmit={onSubmit}
      after={<ShownOnce id="first-password" label="First password" value={password} />}
    >
      <div className="two">
        <Field id="invite-name" label="Name" error={error("name")}>
          <TextInput autoComplete="off" {...register("name")} />
        </Field>
        <Field id="invite-email" label="Work e-mail" error={error("email")}>
          <TextInput type="email" autoComplete="off" {...register("email")} />
        </Field>
      </div>
      <Field id="invite-role" label="Role">
        <Select {...register("role")}>
          {assignable.map((role) => (
            <option key={role} value={role}>
              {role}
            </option>
          ))}
        </Select>
      </Field>
    </PanelForm>
  );
}

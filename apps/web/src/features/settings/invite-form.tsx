"use client";

import "./zod-without-eval.ts";
import { zodResolver } from "@hookform/resolvers/zod";
import type { Role } from "@upstream/core/schemas";
import { inviteMemberInput } from "@upstream/tenancy/schemas";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { useTRPCClient } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { CopyField } from "../../ui/copy-field.tsx";
import { Field, Select, TextInput } from "../../ui/field.tsx";
import { Note } from "../../ui/note.tsx";
import { Panel } from "../../ui/panel.tsx";
import { FormStatus } from "./form-status.tsx";
import { useSave } from "./use-save.ts";

/** Adds a person; a new one gets a first password, shown once. */
export function InviteForm({ assignable }: { assignable: readonly Role[] }) {
  const client = useTRPCClient();
  const save = useSave();
  const [password, setPassword] = useState<string | null>(null);
  const { register, handleSubmit, reset, formState } = useForm<
    z.input<typeof inviteMemberInput>,
    unknown,
    z.output<typeof inviteMemberInput>
  >({
    resolver: zodResolver(inviteMemberInput),
    defaultValues: { email: "", name: "", role: "analyst" },
  });
  const { errors } = formState;

  async function invite(input: z.output<typeof inviteMemberInput>) {
    await save.run(async () => {
      const { initialPassword } = await client.members.invite.mutate(input);
      setPassword(initialPassword);
      reset();
    }, "The person was added.");
  }

  return (
    <Panel title="Add a person" body>
      <form className="stack g12" onSubmit={(event) => void handleSubmit(invite)(event)}>
        <div className="two">
          <Field id="invite-name" label="Name" error={errors.name?.message}>
            <TextInput autoComplete="off" {...register("name")} />
          </Field>
          <Field id="invite-email" label="Work e-mail" error={errors.email?.message}>
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
        <div className="rowbtn">
          <Button kind="primary" type="submit" busy={save.busy}>
            Add person
          </Button>
        </div>
        <FormStatus saved={save.saved} error={save.error} />
      </form>
      {password === null ? null : (
        <Note>
          <CopyField id="first-password" label="First password, shown only now" value={password} />
        </Note>
      )}
    </Panel>
  );
}

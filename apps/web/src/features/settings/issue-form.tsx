"use client";

import "./zod-without-eval.ts";
import { zodResolver } from "@hookform/resolvers/zod";
import { issueApiKeyInput } from "@upstream/tenancy/schemas";
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

/** Issues a key; its secret is shown once. */
export function IssueForm() {
  const client = useTRPCClient();
  const save = useSave();
  const [secret, setSecret] = useState<string | null>(null);
  const { register, handleSubmit, reset, formState } = useForm<
    z.input<typeof issueApiKeyInput>,
    unknown,
    z.output<typeof issueApiKeyInput>
  >({
    resolver: zodResolver(issueApiKeyInput),
    defaultValues: { name: "", role: "analyst", scope: "read", expiresInDays: 90 },
  });
  const { errors } = formState;

  async function issue(input: z.output<typeof issueApiKeyInput>) {
    await save.run(async () => {
      setSecret((await client.apiKeys.issue.mutate(input)).secret);
      reset();
    }, "The key was issued.");
  }

  return (
    <Panel title="Issue a key" body>
      <form className="stack g12" onSubmit={(event) => void handleSubmit(issue)(event)}>
        <div className="two">
          <Field id="key-name" label="Name" error={errors.name?.message}>
            <TextInput autoComplete="off" {...register("name")} />
          </Field>
          <Field id="key-days" label="Valid for days" error={errors.expiresInDays?.message}>
            <TextInput type="number" min={1} max={365} {...register("expiresInDays", { valueAsNumber: true })} />
          </Field>
          <Field id="key-role" label="Acts as">
            <Select {...register("role")}>
              <option value="viewer">viewer</option>
              <option value="analyst">analyst</option>
              <option value="admin">admin</option>
            </Select>
          </Field>
          <Field id="key-scope" label="May">
            <Select {...register("scope")}>
              <option value="read">read</option>
              <option value="write">read and write</option>
            </Select>
          </Field>
        </div>
        <div className="rowbtn">
          <Button kind="primary" type="submit" busy={save.busy}>
            Issue key
          </Button>
        </div>
        <FormStatus saved={save.saved} error={save.error} />
      </form>
      {secret === null ? null : (
        <Note>
          <CopyField id="key-secret" label="The key, shown only now" value={secret} />
        </Note>
      )}
    </Panel>
  );
}

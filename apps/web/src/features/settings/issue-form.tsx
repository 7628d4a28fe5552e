"use client";

import "./zod-without-eval.ts";
import { issueApiKeyInput } from "@upstream/tenancy/schemas";
import { useState } from "react";
import { useTRPCClient } from "../../trpc/client.tsx";
import { Field, Select, TextInput } from "../../ui/field.tsx";
import { PanelForm } from "../../ui/panel-form.tsx";
import { ShownOnce } from "../../ui/shown-once.tsx";
import { useSchemaForm } from "./use-schema-form.ts";

/** Issues a key; its secret is shown once. */
export function IssueForm() {
  const client = useTRPCClient();
  const [secret, setSecret] = useState<string | null>(null);
  const { act, register, error, reset, sends } = useSchemaForm(issueApiKeyInput, {
    name: "",
    role: "analyst",
    scope: "read",
    expiresInDays: 90,
  });
  const onSubmit = sends(async (input) => {
    setSecret((await client.apiKeys.issue.mutate(input)).secret);
    reset();
  }, "The key was issued.");
  return (
    <PanelForm
      title="Issue a key"
      verb="Issue key"
      act={act}
      onSubmit={onSubmit}
      after={<ShownOnce id="key-secret" label="The key" value={secret} />}
    >
      <div className="two">
        <Field id="key-name" label="Name" error={error("name")}>
          <TextInput autoComplete="off" {...register("name")} />
        </Field>
        <Field id="key-days" label="Valid for days" error={error("expiresInDays")}>
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
    </PanelForm>
  );
}

"use client";

import "./zod-without-eval.ts";
import { upsertPayerMappingInput } from "@upstream/tenancy/schemas";
import { useTRPCClient } from "../../trpc/client.tsx";
import { Field, TextInput } from "../../ui/field.tsx";
import { PanelForm } from "../../ui/panel-form.tsx";
import { useSchemaForm } from "./use-schema-form.ts";

/** Says which payer a name in files means. */
export function PayerForm() {
  const client = useTRPCClient();
  const { act, register, error, reset, sends } = useSchemaForm(upsertPayerMappingInput, { rawName: "", payerName: "" });
  const onSubmit = sends(async (input) => {
    await client.mappings.payers.upsert.mutate(input);
    reset();
  }, "The name is mapped.");
  return (
    <PanelForm title="Map a name" verb="Map name" act={act} onSubmit={onSubmit}>
      <div className="two">
        <Field id="raw-name" label="Name in files" error={error("rawName")}>
          <TextInput autoComplete="off" {...register("rawName")} />
        </Field>
        <Field id="payer-name" label="Payer" error={error("payerName")}>
          <TextInput autoComplete="off" {...register("payerName")} />
        </Field>
      </div>
    </PanelForm>
  );
}

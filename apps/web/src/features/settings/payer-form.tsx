"use client";

import "./zod-without-eval.ts";
import { zodResolver } from "@hookform/resolvers/zod";
import { upsertPayerMappingInput } from "@upstream/tenancy/schemas";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { useTRPCClient } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Field, TextInput } from "../../ui/field.tsx";
import { Panel } from "../../ui/panel.tsx";
import { FormStatus } from "./form-status.tsx";
import { useSave } from "./use-save.ts";

/** Says which payer a name in files means. */
export function PayerForm() {
  const client = useTRPCClient();
  const save = useSave();
  const { register, handleSubmit, reset, formState } = useForm<
    z.input<typeof upsertPayerMappingInput>,
    unknown,
    z.output<typeof upsertPayerMappingInput>
  >({
    resolver: zodResolver(upsertPayerMappingInput),
    defaultValues: { rawName: "", payerName: "" },
  });
  const { errors } = formState;

  async function add(input: z.output<typeof upsertPayerMappingInput>) {
    if (await save.run(() => client.mappings.payers.upsert.mutate(input), "The name is mapped.")) reset();
  }

  return (
    <Panel title="Map a name" body>
      <form className="stack g12" onSubmit={(event) => void handleSubmit(add)(event)}>
        <div className="two">
          <Field id="raw-name" label="Name in files" error={errors.rawName?.message}>
            <TextInput autoComplete="off" {...register("rawName")} />
          </Field>
          <Field id="payer-name" label="Payer" error={errors.payerName?.message}>
            <TextInput autoComplete="off" {...register("payerName")} />
          </Field>
        </div>
        <div className="rowbtn">
          <Button kind="primary" type="submit" busy={save.busy}>
            Map name
          </Button>
        </div>
        <FormStatus saved={save.saved} error={save.error} />
      </form>
    </Panel>
  );
}

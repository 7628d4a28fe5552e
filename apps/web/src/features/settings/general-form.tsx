"use client";

import "./zod-without-eval.ts";
import { zodResolver } from "@hookform/resolvers/zod";
import { updateSettingsInput, type SettingsDto } from "@upstream/tenancy/schemas";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { useTRPCClient } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Field, TextInput } from "../../ui/field.tsx";
import { Panel } from "../../ui/panel.tsx";
import { FormStatus } from "./form-status.tsx";
import { useSave } from "./use-save.ts";

type Values = z.input<typeof updateSettingsInput>;

/** Name, zone and alert address of the customer; read-only for those who may not change them. */
export function GeneralForm({ settings, editable }: { settings: SettingsDto; editable: boolean }) {
  const client = useTRPCClient();
  const save = useSave();
  const { register, handleSubmit, formState } = useForm<Values, unknown, z.output<typeof updateSettingsInput>>({
    resolver: zodResolver(updateSettingsInput),
    defaultValues: { name: settings.name, timeZone: settings.timeZone, alertEmail: settings.alertEmail },
  });
  const { errors } = formState;
  return (
    <Panel title="Customer" body>
      <form
        className="stack g12"
        onSubmit={(event) => void handleSubmit((input) => save.run(() => client.settings.update.mutate(input), "Saved."))(event)}
      >
        <Field id="name" label="Name" error={errors.name?.message}>
          <TextInput readOnly={!editable} {...register("name")} />
        </Field>
        <Field
          id="timeZone"
          label="Time zone"
          hint="Dates and times of the console and of messages are in this zone."
          error={errors.timeZone?.message}
        >
          <TextInput readOnly={!editable} {...register("timeZone")} />
        </Field>
        <Field id="alertEmail" label="Alert e-mail" hint="Used by the default e-mail channel." error={errors.alertEmail?.message}>
          <TextInput
            type="email"
            readOnly={!editable}
            {...register("alertEmail", { setValueAs: (value: string | null) => (value === "" ? null : value) })}
          />
        </Field>
        {editable ? (
          <div className="rowbtn">
            <Button kind="primary" type="submit" busy={save.busy}>
              Save settings
            </Button>
          </div>
        ) : (
          <p className="hint">Owners and admins can change these.</p>
        )}
        <FormStatus saved={save.saved} error={save.error} />
      </form>
    </Panel>
  );
}

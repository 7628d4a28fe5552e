"use client";

import "./zod-without-eval.ts";
import { updateSettingsInput, type SettingsDto } from "@upstream/tenancy/schemas";
import { useTRPCClient } from "../../trpc/client.tsx";
import { Field, TextInput } from "../../ui/field.tsx";
import { PanelForm } from "../../ui/panel-form.tsx";
import { useSchemaForm } from "./use-schema-form.ts";

/** Name, zone and alert address of the customer; read-only for those who may not change them. */
export function GeneralForm({ settings, editable }: { settings: SettingsDto; editable: boolean }) {
  const client = useTRPCClient();
  const { name, timeZone, alertEmail } = settings;
  const { act, register, error, sends } = useSchemaForm(updateSettingsInput, { name, timeZone, alertEmail });
  return (
    <PanelForm
      title="Customer"
      verb={editable ? "Save settings" : null}
      act={act}
      onSubmit={sends((input) => client.settings.update.mutate(input), "Saved.")}
    >
      <Field id="name" label="Name" error={error("name")}>
        <TextInput readOnly={!editable} {...register("name")} />
      </Field>
      <Field
        id="timeZone"
        label="Time zone"
        hint="Dates and times of the console and of messages are in this zone."
        error={error("timeZone")}
      >
        <TextInput readOnly={!editable} {...register("timeZone")} />
      </Field>
      <Field id="alertEmail" label="Alert e-mail" hint="Used by the default e-mail channel." error={error("alertEmail")}>
        <TextInput
          type="email"
          readOnly={!editable}
          {...register("alertEmail", { setValueAs: (value: string | null) => (value === "" ? null : value) })}
        />
      </Field>
      {editable ? null : <p className="hint">Owners and admins can change these.</p>}
    </PanelForm>
  );
}

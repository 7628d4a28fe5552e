"use client";

import type { Severity } from "@upstream/alerts/schemas";
import { useTRPCClient } from "../../trpc/client.tsx";
import { useFormAct } from "../../trpc/use-form-act.ts";
import { Field, Select, TextInput } from "../../ui/field.tsx";
import { readDollars } from "../../ui/format/format-money.ts";
import { PanelForm } from "../../ui/panel-form.tsx";
import { signalOptions } from "../../ui/text/signal-name.ts";

/** One more rule: what, of whom, how bad, from how many dollars. */
export function RuleForm() {
  const client = useTRPCClient();
  const form = useFormAct((text) => {
    const dollars = readDollars(text("dollars"));
    return client.alertRules.create.mutate({
      name: text("name"),
      signals: text("signal") === "" ? [] : [text("signal")],
      payers: text("payer") === "" ? [] : [text("payer")],
      direction: text("direction") as "worse" | "better" | "any",
      minSeverity: text("severity") as Severity,
      ...(dollars === undefined ? {} : { minImpactCents: dollars }),
    });
  }, "The rule was added.");
  return (
    <PanelForm title="Add a rule" verb="Add rule" {...form}>
      <Field id="rule-name" label="Name">
        <TextInput name="name" required maxLength={80} autoComplete="off" />
      </Field>
      <div className="two">
        <Field id="rule-signal" label="Signal">
          <Select name="signal">
            <option value="">any signal</option>
            {signalOptions.map((signal) => (
              <option key={signal.value} value={signal.value}>
                {signal.name}
              </option>
            ))}
          </Select>
        </Field>
        <Field id="rule-payer" label="Payer" hint="Empty means any payer.">
          <TextInput name="payer" maxLength={255} autoComplete="off" />
        </Field>
        <Field id="rule-direction" label="Direction">
          <Select name="direction">
            <option value="worse">is worse</option>
            <option value="better">is better</option>
            <option value="any">changes</option>
          </Select>
        </Field>
        <Field id="rule-severity" label="Severity">
          <Select name="severity" defaultValue="medium">
            <option value="low">low or more</option>
            <option value="medium">medium or more</option>
            <option value="high">high or more</option>
            <option value="critical">critical</option>
          </Select>
        </Field>
      </div>
      <Field id="rule-dollars" label="At least, each month" hint="Empty means any amount.">
        <TextInput name="dollars" inputMode="decimal" placeholder="$0.00" autoComplete="off" />
      </Field>
    </PanelForm>
  );
}

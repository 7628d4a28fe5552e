"use client";

import type { Severity } from "@upstream/alerts/schemas";
import type { FormEvent } from "react";
import { useTRPCClient } from "../../trpc/client.tsx";
import { useAct } from "../../trpc/use-act.ts";
import { ActStatus } from "../../ui/act-status.tsx";
import { Button } from "../../ui/button.tsx";
import { Field, Select, TextInput } from "../../ui/field.tsx";
import { readDollars } from "../../ui/format/format-money.ts";
import { Panel } from "../../ui/panel.tsx";
import { signalOptions } from "../../ui/text/signal-name.ts";

/** One more rule: what, of whom, how bad, from how many dollars. */
export function RuleForm() {
  const client = useTRPCClient();
  const act = useAct();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const text = (name: string) => String(data.get(name) ?? "").trim();
    const dollars = readDollars(text("dollars"));
    const isAdded = await act.run(
      "add",
      () =>
        client.alertRules.create.mutate({
          name: text("name"),
          signals: text("signal") === "" ? [] : [text("signal")],
          payers: text("payer") === "" ? [] : [text("payer")],
          direction: text("direction") as "worse" | "better" | "any",
          minSeverity: text("severity") as Severity,
          ...(dollars === undefined ? {} : { minImpactCents: dollars }),
        }),
      "The rule was added.",
    );
    if (isAdded) form.reset();
  }

  return (
    <Panel title="Add a rule" body>
      <form className="stack g12" onSubmit={(event) => void submit(event)}>
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
        <div className="rowbtn">
          <Button kind="primary" type="submit" busy={act.busy !== null}>
            Add rule
          </Button>
        </div>
        <ActStatus text={act.text} failed={act.failed} />
      </form>
    </Panel>
  );
}

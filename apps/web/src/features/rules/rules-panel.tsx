"use client";

import type { AlertRuleDto, Severity } from "@upstream/alerts/schemas";
import { Fragment } from "react";
import { useTRPCClient } from "../../trpc/client.tsx";
import { useAct } from "../../trpc/use-act.ts";
import { ActStatus } from "../../ui/act-status.tsx";
import { Select } from "../../ui/field.tsx";
import { Panel } from "../../ui/panel.tsx";
import { RuleForm } from "./rule-form.tsx";
import { ruleSentence } from "./rule-sentence.ts";
import { ConfirmButton } from "../../ui/overlay/confirm-button.tsx";

/** Rules as sentences, each with its switch; one more below. */
export function RulesPanel({ rules }: { rules: readonly AlertRuleDto[] }) {
  return (
    <>
      {rules.map((rule) => (
        <RuleRow key={rule.id} rule={rule} />
      ))}
      <RuleForm />
    </>
  );
}

function RuleRow({ rule }: { rule: AlertRuleDto }) {
  const client = useTRPCClient();
  const act = useAct();
  const ref = { alertRuleId: rule.id };
  return (
    <Panel
      title={rule.name}
      tools={
        <label className="row8">
          <span className="meta">{rule.isEnabled ? "On" : "Off"}</span>
          <input
            type="checkbox"
            role="switch"
            className="switch"
            aria-label={`${rule.name} is on`}
            checked={rule.isEnabled}
            onChange={(event) =>
              void act.run("switch", () => client.alertRules.update.mutate({ ...ref, isEnabled: event.target.checked }), "Saved.")
            }
          />
        </label>
      }
      body
    >
      <p className="muted">
        {ruleSentence(rule).map((part, index) => (
          <Fragment key={index}>{typeof part === "string" ? part : <b className="strong inktext">{part.b}</b>}</Fragment>
        ))}
      </p>
      <div className="rowbtn wraprow">
        <Select
          small
          className="rolebox"
          aria-label={`Least severity of ${rule.name}`}
          value={rule.minSeverity}
          onChange={(event) =>
            void act.run(
              "severity",
              () => client.alertRules.update.mutate({ ...ref, minSeverity: event.target.value as Severity }),
              "Saved.",
            )
          }
        >
          <option value="low">low or more</option>
          <option value="medium">medium or more</option>
          <option value="high">high or more</option>
          <option value="critical">critical</option>
        </Select>
        {rule.isDefault ? null : (
          <ConfirmButton
            kind="danger"
            size="sm"
            verb="Remove"
            subject={rule.name}
            consequence="It raises no further alerts; those it raised stay. This cannot be undone."
            busy={act.busy === "delete"}
            onConfirm={() => void act.run("delete", () => client.alertRules.delete.mutate(ref), "The rule was removed.")}
          />
        )}
      </div>
      <ActStatus act={act} />
    </Panel>
  );
}

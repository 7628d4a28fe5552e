"use client";

import type { AlertRuleDto, Severity } from "@upstream/alerts/schemas";
import { Fragment } from "react";
import { useTRPCClient } from "../../trpc/client.tsx";
import { useAct } from "../../trpc/use-act.ts";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/panel.tsx";
import { RuleForm } from "./rule-form.tsx";
import { ruleSentence } from "./rule-sentence.ts";

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
        <select
          className="input sm rolebox"
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
        </select>
        {rule.isDefault ? null : (
          <Button
            kind="danger"
            size="sm"
            busy={act.busy === "delete"}
            onClick={() => void act.run("delete", () => client.alertRules.delete.mutate(ref), "The rule was removed.")}
          >
            Remove
          </Button>
        )}
      </div>
      <p className={act.failed ? "err" : "hint"} role="status">
        {act.text ?? "\u00a0"}
      </p>
    </Panel>
  );
}

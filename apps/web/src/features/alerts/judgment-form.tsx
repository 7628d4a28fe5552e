"use client";

import { useRef, useState, type FormEvent } from "react";
import { Button } from "../../ui/button.tsx";
import { Field, Select, TextArea, TextInput } from "../../ui/field.tsx";
import { readDollars } from "../../ui/format/format-money.ts";
import { Kbd } from "../../ui/key-hint.tsx";
import { useKeys } from "../../ui/keys/use-keys.ts";
import { judgmentReasons, verdicts } from "./alert-words.ts";
import type { JudgmentView } from "./alert-view.ts";
import type { Verdict } from "./view-model.ts";

type JudgmentFormProps = {
  mine: JudgmentView | null;
  today: string;
  /** Saves and answers what the verdict will do. */
  save: (judgment: JudgmentView) => Promise<string>;
};

const hints: Record<Verdict, string> = {
  real: "Real keeps later alerts of this kind coming. Nothing is sent again.",
  noise: "Two “noise” verdicts in 30 days mute this kind for 30 days. A worse change would still be sent. Nothing is sent again.",
  "needs-follow-up": "A follow-up is due on the date you set. Nothing is sent again.",
};

/** One verdict a person and alert, editable: real, noise or follow-up, why, dollars recovered, note. */
export function JudgmentForm({ mine, today, save }: JudgmentFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [verdict, setVerdict] = useState<Verdict>(mine?.verdict ?? "real");
  const [answer, setAnswer] = useState<{ tone: "done" | "failed"; text: string } | null>(null);
  const [badAmount, setBadAmount] = useState(false);
  const [busy, setBusy] = useState(false);

  async function submit() {
    if (form.current === null) return;
    const judgment = readForm(new FormData(form.current), verdict);
    setBadAmount(judgment === null);
    if (judgment === null) return;
    setBusy(true);
    try {
      setAnswer({ tone: "done", text: await save(judgment) });
    } catch {
      setAnswer({ tone: "failed", text: "The judgment was not saved. Your note is still here. Try again." });
    }
    setBusy(false);
  }

  useKeys("Judgment", [
    { keys: "v", does: "To the judgment", run: () => form.current?.querySelector<HTMLElement>("input:checked")?.focus() },
    ...verdicts.map((each, index) => ({ keys: String(index + 1), does: each.name, run: () => setVerdict(each.value) })),
    { keys: "ctrl+enter", does: "Save the judgment", inFields: true, run: () => void submit() },
  ]);
  return (
    <form
      ref={form}
      className="body stack g12"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      <VerdictChoice verdict={verdict} onChange={setVerdict} />
      <Field id="why" label="Why">
        <Select name="reason" defaultValue={mine?.reason ?? ""}>
          <option value="">Choose a reason</option>
          {judgmentReasons.map((reason) => (
            <option key={reason.value} value={reason.value}>
              {reason.name}
            </option>
          ))}
        </Select>
      </Field>
      {verdict === "noise" ? null : <Recovered mine={mine} today={today} bad={badAmount} />}
      {verdict === "needs-follow-up" ? (
        <Field id="due" label="Due on">
          <TextInput name="followUpOn" type="date" min={today} defaultValue={mine?.followUpOn ?? ""} required />
        </Field>
      ) : null}
      <Field id="note" label="Note" hint="No patient names or numbers.">
        <TextArea name="note" rows={2} maxLength={2000} defaultValue={mine?.note ?? ""} />
      </Field>
      <Button kind="primary" wide type="submit" busy={busy} hint="Ctrl Enter">
        {mine === null ? "Save judgment" : "Save changes"}
      </Button>
      <p className={answer?.tone === "failed" ? "err" : "hint"} role="status">
        {answer?.text ?? hints[verdict]}
      </p>
    </form>
  );
}

function VerdictChoice({ verdict, onChange }: { verdict: Verdict; onChange: (verdict: Verdict) => void }) {
  return (
    <fieldset className="stack g6">
      <legend className="sr">Is this change real?</legend>
      {verdicts.map((each, index) => (
        <label key={each.value} className={`choice ${each.value === verdict ? "on" : ""}`}>
          <input type="radio" name="verdict" value={each.value} checked={each.value === verdict} onChange={() => onChange(each.value)} />
          {each.name} <Kbd>{index + 1}</Kbd>
        </label>
      ))}
    </fieldset>
  );
}

function Recovered({ mine, today, bad }: { mine: JudgmentView | null; today: string; bad: boolean }) {
  return (
    <div className="two">
      <Field id="recovered" label="Recovered so far" error={bad ? "Type dollars like 4120.50." : undefined}>
        <TextInput
          name="recovered"
          inputMode="decimal"
          placeholder="$0.00"
          className="num"
          defaultValue={mine?.recoveredCents == null ? "" : (mine.recoveredCents / 100).toFixed(2)}
        />
      </Field>
      <Field id="recoveredOn" label="On">
        <TextInput name="recoveredOn" type="date" max={today} className="num" defaultValue={mine?.recoveredOn ?? today} />
      </Field>
    </div>
  );
}

/** The form as a judgment; null when the amount cannot be read. */
function readForm(data: FormData, verdict: Verdict): JudgmentView | null {
  const text = (name: string) => {
    const value = String(data.get(name) ?? "").trim();
    return value === "" ? null : value;
  };
  const amount = text("recovered");
  const recoveredCents = amount === null ? null : (readDollars(amount) ?? Number.NaN);
  if (Number.isNaN(recoveredCents)) return null;
  return {
    verdict,
    reason: text("reason"),
    recoveredCents,
    recoveredOn: recoveredCents === null ? null : text("recoveredOn"),
    note: text("note"),
    followUpOn: verdict === "needs-follow-up" ? text("followUpOn") : null,
  };
}

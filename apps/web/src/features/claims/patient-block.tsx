"use client";

import { useEffect, useState, type FormEvent } from "react";
import { Button } from "../../ui/button.tsx";
import { Field, TextInput } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconEye } from "../../ui/icon/paths/eye.ts";
import { KeyValues } from "../../ui/key-values.tsx";
import { MaskedValue } from "../../ui/masked-value.tsx";
import type { PatientView } from "./view-model.ts";

const shownSeconds = 60;
const masked = ["Name", "Born", "Patient reference", "Member"];

type PatientBlockProps = { mayReveal: boolean; reveal: (reason: string) => Promise<PatientView> };

/** Patient fields, masked; a reason reveals them for 60 seconds and they hide when the tab loses the focus. */
export function PatientBlock({ mayReveal, reveal }: PatientBlockProps) {
  const [values, setValues] = useState<PatientView | null>(null);
  const [left, setLeft] = useState(0);
  const [asking, setAsking] = useState(false);
  const shown = values !== null;
  useEffect(() => {
    if (!shown) return;
    const hide = () => setValues(null);
    const tick = setInterval(() => setLeft((seconds) => seconds - 1), 1_000);
    const over = setTimeout(hide, shownSeconds * 1_000);
    addEventListener("blur", hide);
    document.addEventListener("visibilitychange", hide);
    return () => {
      clearInterval(tick);
      clearTimeout(over);
      removeEventListener("blur", hide);
      document.removeEventListener("visibilitychange", hide);
    };
  }, [shown]);
  return (
    <section className="phi" aria-label="Patient">
      <div className="head row8">
        <h2 className="h">Patient</h2>
        <span className="grow" />
        {shown ? (
          <Button size="sm" onClick={() => setValues(null)}>
            Hide, {left} s
          </Button>
        ) : mayReveal && !asking ? (
          <Button size="sm" onClick={() => setAsking(true)}>
            <Icon d={iconEye} size={14} />
            Reveal
          </Button>
        ) : null}
      </div>
      {asking ? (
        <ReasonForm
          reveal={reveal}
          onValues={(found) => {
            setValues(found);
            setLeft(shownSeconds);
            setAsking(false);
          }}
          onCancel={() => setAsking(false)}
        />
      ) : null}
      <KeyValues pairs={values ?? masked.map((name) => [name, <MaskedValue key={name} />] as const)} />
      <p className="hint">
        {mayReveal
          ? "You may reveal these. It is written to the audit log with your reason and hides again after 60 seconds."
          : "An owner or admin can grant you the right to reveal these."}
      </p>
    </section>
  );
}

function ReasonForm({
  reveal,
  onValues,
  onCancel,
}: {
  reveal: PatientBlockProps["reveal"];
  onValues: (values: PatientView) => void;
  onCancel: () => void;
}) {
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
    if (reason.length < 5) {
      setError("Say why in a few words.");
      return;
    }
    setBusy(true);
    try {
      onValues(await reveal(reason));
    } catch {
      setError("Nothing was revealed. Try again.");
      setBusy(false);
    }
  }

  return (
    <form className="stack g8" onSubmit={(event) => void submit(event)}>
      <Field id="reveal-reason" label="Why do you need it?" error={error}>
        <TextInput name="reason" autoFocus autoComplete="off" maxLength={200} />
      </Field>
      <div className="rowbtn">
        <Button type="submit" size="sm" kind="primary" busy={busy}>
          Reveal for 60 seconds
        </Button>
        <Button size="sm" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

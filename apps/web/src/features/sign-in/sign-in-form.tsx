"use client";

import { useState, type FormEvent } from "react";
import { Button } from "../../ui/button.tsx";
import { Field, TextInput } from "../../ui/field.tsx";
import { submitSignIn } from "./submit-sign-in.ts";

/** Address, password, one button; an error stands under the password and moves the focus there. */
export function SignInForm({ goTo }: { goTo: string }) {
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    setBusy(true);
    setError(undefined);
    const result = await submitSignIn(String(data.get("email")), String(data.get("password")));
    if (result.ok) {
      location.assign(goTo);
      return;
    }
    setBusy(false);
    setError(result.text);
    form.querySelector<HTMLInputElement>("#password")?.focus();
  }

  return (
    <form className="signf" method="post" onSubmit={(event) => void submit(event)}>
      <h1 className="signh">Sign in</h1>
      <Field id="email" label="Work e-mail">
        <TextInput name="email" type="email" autoComplete="username" required big />
      </Field>
      <Field id="password" label="Password" error={error}>
        <span className="pwbox">
          <TextInput name="password" type={shown ? "text" : "password"} autoComplete="current-password" required big />
          <Button kind="ghost" size="sm" aria-label={shown ? "Hide the password" : "Show the password"} onClick={() => setShown(!shown)}>
            {shown ? "Hide" : "Show"}
          </Button>
        </span>
      </Field>
      <Button kind="primary" size="lg" wide type="submit" busy={busy} hint="Enter">
        Sign in
      </Button>
    </form>
  );
}

"use client";

import { useState } from "react";
import { Button } from "./button.tsx";

/** A value to take away: read-only, with a button that copies it. */
export function CopyField({ id, label, value }: { id: string; label: string; value: string }) {
  const [copied, setCopied] = useState(false);

  async function copy() {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  }

  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="row8">
        <input className="input mono" id={id} value={value} readOnly onFocus={(event) => event.target.select()} />
        <Button onClick={() => void copy()}>{copied ? "Copied" : "Copy"}</Button>
      </span>
    </div>
  );
}

"use client";

import {
  createContext,
  use,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from "react";
import { Icon } from "./icon/icon.tsx";
import { iconCaretDown } from "./icon/paths/caret-down.ts";
import { iconWarningCircle } from "./icon/paths/warning-circle.ts";

type FieldProps = {
  id: string;
  label: string;
  hint?: ReactNode | undefined;
  /** What is wrong and how to put it right. */
  error?: string | undefined;
  children: ReactNode;
};

type Ties = { id?: string; "aria-invalid"?: true | undefined; "aria-describedby"?: string | undefined };

const FieldTies = createContext<Ties>({});

/** Label above, input, then the remedy or a hint; the input inside is tied to all of them. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  const said = error ?? hint;
  const saidId = `${id}-said`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <FieldTies
        value={{ id, "aria-invalid": error === undefined ? undefined : true, "aria-describedby": said === undefined ? undefined : saidId }}
      >
        {children}
      </FieldTies>
      {error === undefined ? null : (
        <span className="err" id={saidId} role="alert">
          <Icon d={iconWarningCircle} size={14} />
          {error}
        </span>
      )}
      {hint === undefined || error !== undefined ? null : (
        <span className="hint" id={saidId}>
          {hint}
        </span>
      )}
    </div>
  );
}

/** What an input takes from the field it stands in; alone it takes nothing. */
function useTies(...classes: (string | false | undefined)[]) {
  const ties = use(FieldTies);
  return { ...ties, className: ["input", ...classes, ties["aria-invalid"] && "bad"].filter(Boolean).join(" ") };
}

/** One line of text. */
export function TextInput({ big, className, ...rest }: { big?: boolean } & Omit<InputHTMLAttributes<HTMLInputElement>, "style" | "id">) {
  return <input {...rest} {...useTies(className, big && "lg")} />;
}

/** Several lines of text. */
export function TextArea({ className, ...rest }: Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "style" | "id">) {
  return <textarea {...rest} {...useTies(className)} />;
}

type SelectProps = { small?: boolean } & Omit<SelectHTMLAttributes<HTMLSelectElement>, "style" | "id">;

/** A native list of choices; the small one stands in rows and needs an `aria-label`. */
export function Select({ small, className, children, ...rest }: SelectProps) {
  return (
    <span className={small ? "select sm" : "select"}>
      <select {...rest} {...useTies(className, small && "sm")}>
        {children}
      </select>
      <Icon d={iconCaretDown} />
    </span>
  );
}

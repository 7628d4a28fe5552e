import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { Icon } from "./icon/icon.tsx";
import { iconCaretDown, iconWarningCircle } from "./icon/icon-paths.ts";

type FieldProps = {
  id: string;
  label: string;
  hint?: ReactNode | undefined;
  /** What is wrong and how to put it right. */
  error?: string | undefined;
  children: ReactNode;
};

/** Label above, input, then the remedy or a hint. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      {error === undefined ? null : (
        <span className="err" id={`${id}-e`} role="alert">
          <Icon d={iconWarningCircle} size={14} />
          {error}
        </span>
      )}
      {hint === undefined || error !== undefined ? null : (
        <span className="hint" id={`${id}-h`}>
          {hint}
        </span>
      )}
    </div>
  );
}

type Described = { id: string; invalid?: boolean | undefined; big?: boolean | undefined };

function marks({ id, invalid, big }: Described, extra = "") {
  return {
    id,
    className: `input ${extra} ${invalid ? "bad" : ""} ${big ? "lg" : ""}`.replaceAll(/ +/g, " ").trim(),
    "aria-invalid": invalid || undefined,
    "aria-describedby": invalid ? `${id}-e` : undefined,
  };
}

/** One line of text. */
export function TextInput({
  invalid,
  big,
  id,
  className,
  ...rest
}: Described & Omit<InputHTMLAttributes<HTMLInputElement>, "style" | "id">) {
  return <input {...rest} {...marks({ id, invalid, big }, className)} />;
}

/** Several lines of text. */
export function TextArea({
  invalid,
  id,
  className,
  ...rest
}: Described & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "style" | "id">) {
  return <textarea {...rest} {...marks({ id, invalid }, className)} />;
}

/** A native list of choices. */
export function Select({
  invalid,
  id,
  className,
  children,
  ...rest
}: Described & Omit<SelectHTMLAttributes<HTMLSelectElement>, "style" | "id">) {
  return (
    <span className="select">
      <select {...rest} {...marks({ id, invalid }, className)}>
        {children}
      </select>
      <Icon d={iconCaretDown} />
    </span>
  );
}

import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Kbd } from "./key-hint.tsx";

export type ButtonLook = {
  kind?: "primary" | "plain" | "ghost" | "danger" | undefined;
  size?: "md" | "sm" | "lg" | undefined;
  wide?: boolean | undefined;
  icon?: boolean | undefined;
  className?: string | undefined;
};

type ButtonProps = ButtonLook &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "style"> & {
    /** Key shown inside the button, for example "A". */
    hint?: string | undefined;
    /** Work is going on; the label stays, presses are ignored. */
    busy?: boolean | undefined;
    children: ReactNode;
  };

/** Class names of a button or of a link that looks like one. */
export function buttonClass({ kind = "plain", size = "md", wide, icon, className }: ButtonLook): string {
  return ["btn", kind === "plain" ? "" : kind, size === "md" ? "" : size, wide ? "wide" : "", icon ? "icon" : "", className ?? ""]
    .filter(Boolean)
    .join(" ");
}

/** A native button; `type` is "button" unless said otherwise. */
export function Button({ kind, size, wide, icon, className, hint, busy, children, type = "button", onClick, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass({ kind, size, wide, icon, className: `${className ?? ""} ${busy ? "busy" : ""}`.trim() })}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {busy ? <i className="spinner" /> : null}
      {children}
      {hint === undefined ? null : <Kbd>{hint}</Kbd>}
    </button>
  );
}

import type { ReactNode } from "react";
import { Icon } from "./icon/icon.tsx";

type StateChipProps = {
  /** `new` is accent, `good` green, `medium` for a doubt, `line` outlined, absent neutral. */
  tone?: "new" | "good" | "medium" | "critical" | "line" | undefined;
  icon?: string | undefined;
  children: ReactNode;
};

/** A word in a small box; severity colors are kept for severity. */
export function StateChip({ tone, icon, children }: StateChipProps) {
  return (
    <span className={`chip ${tone ?? ""}`}>
      {icon === undefined ? null : <Icon d={icon} size={14} />}
      {children}
    </span>
  );
}

import type { ReactNode } from "react";
import { Icon } from "./icon/icon.tsx";
import { iconInfo } from "./icon/paths/info.ts";
import { iconWarningFill } from "./icon/paths/warning-fill.ts";
import { iconXCircleFill } from "./icon/paths/x-circle-fill.ts";

const icons = { plain: iconInfo, warn: iconWarningFill, bad: iconXCircleFill };

/** One line beside the thing it is about; `bad` for what failed, `warn` for a doubt. */
export function Note({
  tone = "plain",
  children,
  live,
}: {
  tone?: "plain" | "warn" | "bad" | undefined;
  children: ReactNode;
  live?: boolean | undefined;
}) {
  return (
    <div className={`note ${tone === "plain" ? "" : tone}`} role={live ? "alert" : undefined}>
      <Icon d={icons[tone]} />
      <div className="grow">{children}</div>
    </div>
  );
}

import { iconBellSlash } from "../../ui/icon/paths/bell-slash.ts";
import { iconCalendarBlank } from "../../ui/icon/paths/calendar-blank.ts";
import { iconClock } from "../../ui/icon/paths/clock.ts";
import { iconTrendUp } from "../../ui/icon/paths/trend-up.ts";
import { StateChip } from "../../ui/state-chip.tsx";
import type { AlertRowView } from "./view-model.ts";

/** The state of an alert as a chip. */
export function AlertChip({ chip }: { chip: AlertRowView["chip"] }) {
  if (chip === null) return null;
  const tone = { new: "new", worse: "line", due: "line", until: "line", quiet: "line", resolved: "good" } as const;
  const icon = { new: undefined, resolved: undefined, worse: iconTrendUp, due: iconCalendarBlank, until: iconClock, quiet: iconBellSlash }[
    chip.kind
  ];
  return (
    <StateChip tone={tone[chip.kind]} icon={icon}>
      {chip.text}
    </StateChip>
  );
}

"use client";

import { useState } from "react";
import { iconCalendarBlank } from "../../ui/icon/paths/calendar-blank.ts";
import { iconCheck } from "../../ui/icon/paths/check.ts";
import { iconClock } from "../../ui/icon/paths/clock.ts";
import { iconUser } from "../../ui/icon/paths/user.ts";
import { ActionMenu } from "../../ui/overlay/action-menu.tsx";
import type { MenuItem } from "../../ui/overlay/menu-body.tsx";
import { resolveReasons, verdicts } from "./alert-words.ts";
import type { MenuName } from "./bulk-bar.tsx";
import { SnoozeDialog } from "./snooze-dialog.tsx";
import { snoozeTimes } from "./snooze-times.ts";
import type { AlertChange, Person, Verdict } from "./view-model.ts";

type AlertMenuProps = {
  menu: MenuName | null;
  alertIds: readonly string[];
  people: readonly Person[];
  now: string;
  anchor: () => Element | null;
  onChange: (change: AlertChange) => void;
  onJudge: (verdict: Verdict) => void;
  onClose: () => void;
};

const labels: Record<MenuName, string> = { assign: "Assign to", snooze: "Snooze", judge: "Judge", resolve: "Resolve as" };

/** The choices of one action; digits pick them, D asks for the date of a snooze. */
export function AlertMenu({ menu, anchor, onClose, ...rest }: AlertMenuProps) {
  const [dated, setDated] = useState<readonly string[] | null>(null);
  return (
    <>
      <ActionMenu
        open={menu !== null}
        label={menu === null ? "" : labels[menu]}
        anchor={anchor}
        onClose={onClose}
        side="top"
        items={menu === null ? [] : itemsOf({ ...rest, menu, askDate: setDated })}
      />
      <SnoozeDialog
        open={dated !== null}
        now={rest.now}
        onPick={(until) => {
          rest.onChange({ action: "snooze", alertIds: [...(dated ?? [])], until });
          setDated(null);
        }}
        onClose={() => setDated(null)}
      />
    </>
  );
}

function itemsOf({
  menu,
  alertIds,
  people,
  now,
  onChange,
  onJudge,
  askDate,
}: Omit<AlertMenuProps, "anchor" | "onClose"> & { menu: MenuName; askDate: (alertIds: readonly string[]) => void }): MenuItem[] {
  const ids = [...alertIds];
  switch (menu) {
    case "assign":
      return [
        ...people.map((person, index) => ({
          id: person.id,
          name: person.you ? "You" : person.name,
          icon: iconUser,
          hint: String(index + 1),
          run: () => onChange({ action: "assign", alertIds: ids, userId: person.id }),
        })),
        { id: "none", name: "No owner", divided: true, hint: "0", run: () => onChange({ action: "assign", alertIds: ids, userId: null }) },
      ];
    case "snooze":
      return [
        ...snoozeTimes(now).map((time, index) => ({
          id: time.id,
          name: time.name,
          icon: iconClock,
          hint: String(index + 1),
          run: () => onChange({ action: "snooze", alertIds: ids, until: time.until }),
        })),
        { id: "date", name: "Until a date", icon: iconCalendarBlank, hint: "D", divided: true, run: () => askDate(ids) },
      ];
    case "judge":
      return verdicts.map((verdict, index) => ({
        id: verdict.value,
        name: verdict.name,
        hint: String(index + 1),
        run: () => onJudge(verdict.value),
      }));
    case "resolve":
      return resolveReasons.map((reason, index) => ({
        id: reason.value,
        name: reason.name,
        icon: iconCheck,
        hint: String(index + 1),
        run: () => onChange({ action: "resolve", alertIds: ids, reason: reason.value }),
      }));
  }
}

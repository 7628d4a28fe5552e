import type { RowEvents } from "./alert-row.tsx";
import type { MenuName } from "./bulk-bar.tsx";
import { snoozeTimes } from "./snooze-times.ts";
import type { Selection } from "./use-selection.ts";
import type { AlertChange, Person } from "./view-model.ts";

type InboxDeeds = {
  selection: Selection;
  people: readonly Person[];
  now: string;
  act: (change: AlertChange) => void;
  openMenu: (menu: MenuName) => void;
};

/** What the buttons and swipes of a row do. */
export function inboxEvents({ selection, people, now, act, openMenu }: InboxDeeds): RowEvents {
  return {
    onFocus: selection.focus,
    onSelect: (id, range) => (range ? selection.extend(id) : selection.toggle(id)),
    onAcknowledge: (id) => act({ action: "acknowledge", alertIds: [id] }),
    onTake: (id) => act({ action: "assign", alertIds: [id], userId: people.find((person) => person.you)?.id ?? null }),
    onPutOff: (id) => act({ action: "snooze", alertIds: [id], until: snoozeTimes(now)[0]?.until ?? now }),
    onSnooze: () => openMenu("snooze"),
    onJudge: () => openMenu("judge"),
  };
}

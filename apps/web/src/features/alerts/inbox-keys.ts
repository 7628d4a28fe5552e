import type { KeyBinding } from "../../ui/keys/key-registry.ts";
import type { MenuName } from "./bulk-bar.tsx";
import type { Selection } from "./use-selection.ts";

type InboxMoves = {
  selection: Selection;
  targets: readonly string[];
  /** Moves the browser's focus to a row. */
  reach: (id: string | null) => void;
  openMenu: (menu: MenuName) => void;
  open: () => void;
  acknowledge: () => void;
  reopen: () => void;
};

/** The keys of the alert list. */
export function inboxKeys({ selection, reach, openMenu, open, acknowledge, reopen }: InboxMoves): KeyBinding[] {
  const move = (step: number) => () => reach(selection.move(step));
  const onFocused = (run: (id: string) => void) => () => {
    if (selection.focused !== null) run(selection.focused);
  };
  return [
    { keys: "j", does: "Next alert", run: move(1) },
    { keys: "k", does: "Alert before", run: move(-1) },
    { keys: "down", does: "Next alert", run: move(1) },
    { keys: "up", does: "Alert before", run: move(-1) },
    { keys: "home", does: "First alert", run: () => selection.jump("first") },
    { keys: "end", does: "Last alert", run: () => selection.jump("last") },
    { keys: "enter", does: "Open", run: open },
    { keys: "x", does: "Select", run: onFocused(selection.toggle) },
    { keys: "shift+x", does: "Select to here", run: onFocused(selection.extend) },
    { keys: "ctrl+a", does: "Select all", run: selection.all },
    { keys: "a", does: "Acknowledge", run: acknowledge },
    { keys: "o", does: "Assign", run: () => openMenu("assign") },
    { keys: "s", does: "Snooze", run: () => openMenu("snooze") },
    { keys: "v", does: "Judge", run: () => openMenu("judge") },
    { keys: "e", does: "Resolve", run: () => openMenu("resolve") },
    { keys: "r", does: "Reopen", run: reopen },
    { keys: "f", does: "Filter", run: () => document.querySelector<HTMLElement>(".filters select")?.focus() },
    { keys: "escape", does: "Clear the selection", run: selection.clear },
  ];
}

import type { KeyGroup } from "../../ui/keys/key-registry.ts";
import { iconArrowsClockwise } from "../../ui/icon/paths/arrows-clockwise.ts";
import { iconFadersHorizontal } from "../../ui/icon/paths/faders-horizontal.ts";
import { iconKeyboard } from "../../ui/icon/paths/keyboard.ts";
import { iconMoon } from "../../ui/icon/paths/moon.ts";
import { iconUploadSimple } from "../../ui/icon/paths/upload-simple.ts";
import { iconUsers } from "../../ui/icon/paths/users.ts";
import { entriesFor } from "./entries.ts";
import type { FrameView } from "./frame-view.ts";

export type Command = { id: string; group: string; name: string; icon: string; run: () => void };

export type PaletteWays = { go: (path: string) => void; lookAgain: () => void; switchTheme: () => void };

const shownWithoutText = 5;
const notListed = new Set(["Go to", "Everywhere"]);

/** Pages the user may open, and what they may do from anywhere. */
export function standingCommands(frame: FrameView, { go, lookAgain, switchTheme }: PaletteWays): Command[] {
  const base = `/${frame.customer.slug}`;
  const may = (permission: FrameView["permissions"][number]) => frame.permissions.includes(permission);
  const does = (id: string, name: string, icon: string, run: () => void): Command => ({ id, group: "Do", name, icon, run });
  return [
    ...entriesFor(frame.permissions).map((entry) => ({
      id: entry.id,
      group: "Go to",
      name: entry.name,
      icon: entry.icon,
      run: () => go(`${base}${entry.path}`),
    })),
    ...(may("uploads:write") ? [does("upload", "Upload claims", iconUploadSimple, () => go(`${base}/uploads`))] : []),
    ...(may("drift:write") ? [does("again", "Look again", iconArrowsClockwise, lookAgain)] : []),
    ...(may("members:admin") ? [does("invite", "Invite a member", iconUsers, () => go(`${base}/settings/members`))] : []),
    ...(may("rules:admin") ? [does("rule", "Write an alert rule", iconFadersHorizontal, () => go(`${base}/settings/alert-rules`))] : []),
    does("theme", "Switch theme", iconMoon, switchTheme),
  ];
}

/** What the keys of the page do, as commands: "Acknowledge" on an alert. */
export function keyCommands(groups: readonly KeyGroup[]): Command[] {
  const bindings = groups.filter((group) => !notListed.has(group.name)).flatMap((group) => group.bindings);
  const byName = new Map([...bindings].reverse().map((binding) => [binding.does, binding]));
  return [...byName.values()].reverse().map((binding) => ({
    id: `key-${binding.does.toLowerCase().replaceAll(" ", "-")}`,
    group: "On this page",
    name: binding.does,
    icon: iconKeyboard,
    run: binding.run,
  }));
}

/** Commands whose names hold every word of the text, those that begin with it first; without text the standing ones and a few of the rest. */
export function matchCommands(standing: readonly Command[], others: readonly Command[], text: string): Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...others.filter((command) => command.group === "Open alerts").slice(0, shownWithoutText), ...standing];
  const fits = (command: Command) => words.every((word) => command.name.toLowerCase().includes(word));
  const begins = (command: Command) => Number(!command.name.toLowerCase().startsWith(words[0] ?? ""));
  const byGroup = Map.groupBy([...standing, ...others].filter(fits), (command) => command.group);
  return [...byGroup.values()].flatMap((list) => list.toSorted((a, b) => begins(a) - begins(b)).slice(0, shownWithoutText * 2));
}

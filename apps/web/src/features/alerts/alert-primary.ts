import type { AlertView } from "./alert-view.ts";

export type PrimaryAction = { action: "acknowledge" | "resolve" | "reopen"; name: string; hint: string };

/** The one thing to do next: acknowledge, resolve once somebody is on it, reopen once it is over or asleep. */
export function primaryAction({ state }: Pick<AlertView, "state">): PrimaryAction {
  if (state === "resolved" || state === "snoozed") return { action: "reopen", name: "Reopen", hint: "R" };
  if (state === "open") return { action: "acknowledge", name: "Acknowledge", hint: "A" };
  return { action: "resolve", name: "Resolve", hint: "E" };
}

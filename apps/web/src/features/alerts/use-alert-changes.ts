"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { showToast } from "../../ui/overlay/toast-store.ts";
import { initialsOf } from "../../ui/owner.tsx";
import { errorText } from "../../trpc/error-text.ts";
import { changeText } from "./alert-words.ts";
import { undoSteps } from "./undo-steps.ts";
import type { AlertActions, AlertChange, AlertRowView, Person, Verdict } from "./view-model.ts";

type Patch = { rows: readonly AlertRowView[]; byId: ReadonlyMap<string, Partial<AlertRowView>> };

export type AlertChanges = {
  rows: readonly AlertRowView[];
  change: (change: AlertChange) => void;
  judge: (alertIds: readonly string[], verdict: Verdict) => void;
};

/** Applies changes at once and takes them back when the server refuses; new rows from the server win. */
export function useAlertChanges(rows: readonly AlertRowView[], actions: AlertActions, people: readonly Person[]): AlertChanges {
  const router = useRouter();
  const [patch, setPatch] = useState<Patch>({ rows, byId: new Map() });
  const byId = patch.rows === rows ? patch.byId : new Map<string, Partial<AlertRowView>>();
  const shown = rows.map((row) => ({ ...row, ...byId.get(row.id) }));

  async function send(change: AlertChange) {
    const before = rows.filter((row) => change.alertIds.includes(row.id));
    setPatch({ rows, byId: new Map([...byId, ...before.map((row) => [row.id, patchOf(change, people)] as const)]) });
    try {
      const { changed, skipped } = await actions.change(change);
      const moved = before.filter((row) => changed.includes(row.id));
      const canUndo = moved.length > 0 && change.action !== "reopen";
      showToast({
        tone: "done",
        text: changeText(change.action, changed.length, skipped),
        undo: canUndo ? () => void undo(change.action, moved) : undefined,
      });
      router.refresh();
    } catch (error) {
      setPatch({ rows, byId: new Map() });
      showToast({ tone: "failed", text: errorText(error) });
    }
  }

  async function undo(action: AlertChange["action"], before: readonly AlertRowView[]) {
    try {
      for (const step of undoSteps(action, before)) await actions.change(step);
      setPatch({ rows, byId: new Map() });
      showToast({ tone: "done", text: before.length === 1 ? "Undone." : `Undone for ${before.length} alerts.` });
    } catch (error) {
      showToast({ tone: "failed", text: `It could not be undone. ${errorText(error)}` });
    }
    router.refresh();
  }

  async function judge(alertIds: readonly string[], verdict: Verdict) {
    const answers = await Promise.allSettled(alertIds.map((alertId) => actions.judge(alertId, verdict)));
    const saved = answers.filter((answer) => answer.status === "fulfilled").map((answer) => answer.value);
    const failed = answers.find((answer) => answer.status === "rejected");
    if (failed === undefined)
      showToast({ tone: "done", text: saved.length === 1 ? (saved[0] ?? "Saved.") : `${saved.length} judgments saved.` });
    else
      showToast({
        tone: "failed",
        text: `${answers.length - saved.length} of ${answers.length} judgments were not saved. ${errorText(failed.reason)}`,
      });
    router.refresh();
  }

  return {
    rows: shown,
    change: (change) => void send(change),
    judge: (alertIds, verdict) => void judge(alertIds, verdict),
  };
}

function patchOf(change: AlertChange, people: readonly Person[]): Partial<AlertRowView> {
  switch (change.action) {
    case "acknowledge":
      return { group: "somebody", chip: null, ...ownedBy(people.find((person) => person.you)) };
    case "assign":
      return { group: change.userId === null ? "nobody" : "somebody", ...ownedBy(people.find((person) => person.id === change.userId)) };
    case "snooze":
      return { group: "snoozed", chip: { kind: "until", text: "snoozed" } };
    case "resolve":
      return { group: "resolved", chip: { kind: "resolved", text: "Resolved" } };
    case "reopen":
      return { group: "nobody", chip: { kind: "new", text: "New" } };
  }
}

function ownedBy(person: Person | undefined): Partial<AlertRowView> {
  if (person === undefined) return { ownerId: null, owner: null };
  return { ownerId: person.id, owner: { name: person.name, initials: initialsOf(person.name), you: person.you } };
}

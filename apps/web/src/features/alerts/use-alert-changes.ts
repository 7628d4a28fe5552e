"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { showToast } from "../../ui/overlay/toast-store.ts";
import { errorText } from "../../trpc/error-text.ts";
import { changeText } from "./alert-words.ts";
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

  async function send(change: AlertChange, undoable: boolean) {
    const before = rows.filter((row) => change.alertIds.includes(row.id));
    setPatch({ rows, byId: new Map([...byId, ...before.map((row) => [row.id, patchOf(change, people)] as const)]) });
    try {
      const result = await actions.change(change);
      showToast({
        tone: "done",
        text: changeText(change.action, result.changed.length, result.skipped),
        undo: undoable ? () => undo(change, before) : undefined,
      });
      router.refresh();
    } catch (error) {
      setPatch({ rows, byId: new Map() });
      showToast({ tone: "failed", text: errorText(error) });
    }
  }

  function undo(change: AlertChange, before: readonly AlertRowView[]) {
    if (change.action !== "assign") {
      void send({ action: "reopen", alertIds: before.map((row) => row.id) }, false);
      return;
    }
    for (const [userId, list] of Map.groupBy(before, (row) => row.ownerId))
      void send({ action: "assign", alertIds: list.map((row) => row.id), userId }, false);
  }

  async function judge(alertIds: readonly string[], verdict: Verdict) {
    try {
      const texts: string[] = [];
      for (const alertId of alertIds) texts.push(await actions.judge(alertId, verdict));
      showToast({ tone: "done", text: texts.length === 1 ? (texts[0] ?? "Saved.") : `${texts.length} judgments saved.` });
      router.refresh();
    } catch (error) {
      showToast({ tone: "failed", text: `The judgment was not saved. ${errorText(error)}` });
    }
  }

  return {
    rows: shown,
    change: (change) => void send(change, change.action !== "reopen"),
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
  return { ownerId: person.id, owner: { name: person.name, initials: person.name.slice(0, 2).toUpperCase(), you: person.you } };
}

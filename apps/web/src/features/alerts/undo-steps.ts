import type { AlertChange, AlertRowView } from "./view-model.ts";

type Standing = Pick<AlertRowView, "id" | "group" | "ownerId" | "snoozedUntil">;

/** The changes, in order, that take alerts back to where they stood before a change of theirs. */
export function undoSteps(action: AlertChange["action"], before: readonly Standing[]): AlertChange[] {
  const ids = (rows: readonly Standing[]) => rows.map((row) => row.id);
  const asleep = before.filter((row) => row.snoozedUntil !== null);
  const awake = before.filter((row) => row.snoozedUntil === null);
  const movesOwner = action === "acknowledge" || action === "assign";
  const stepsBack = movesOwner ? awake.filter((row) => row.ownerId === null) : awake;
  const owned = movesOwner ? before.filter((row) => row.ownerId !== null) : [];
  return [
    ...(stepsBack.length === 0 ? [] : [{ action: "reopen", alertIds: ids(stepsBack) } as const]),
    ...[...Map.groupBy(owned, (row) => row.ownerId)].map(([userId, rows]) => ({ action: "assign", alertIds: ids(rows), userId }) as const),
    ...(action === "resolve" && asleep.length > 0 ? [{ action: "reopen", alertIds: ids(asleep) } as const] : []),
    ...[...Map.groupBy(asleep, (row) => row.snoozedUntil ?? "")].map(
      ([until, rows]) => ({ action: "snooze", alertIds: ids(rows), until }) as const,
    ),
  ];
}

const names: Record<string, string> = {
  "account.tell": "Told by mail about the own account",
  "auth.sign-in": "Signed in",
  "auth.refused": "Sign-in refused",
  "auth.logout": "Signed out",
  "auth.token": "Token issued",
  "auth.refresh": "Token renewed",
  "auth.refresh-reuse": "Used token refused",
  "drift.run": "Payers looked at",
  "drift.request": "Look asked for",
  "delivery.attempt": "Delivery tried",
  "delivery.replay": "Message sent again",
  "endpoint.rotate-secret": "Secret rotated",
  "phi.reveal": "Patient data revealed",
  "upload.abandon": "File given up, it never came whole",
  "upload.publish": "File loaded",
  "upload.receive": "File received",
  "upload.export-rejected": "Rejected rows downloaded",
};
const pasts: Record<string, string> = {
  acknowledge: "acknowledged",
  assign: "assigned",
  cancel: "cancelled",
  change: "changed",
  create: "created",
  delete: "deleted",
  disable: "disabled",
  fail: "failed",
  grant: "granted",
  invite: "invited",
  issue: "issued",
  judge: "judged",
  pause: "paused",
  raise: "raised",
  refuse: "refused",
  release: "released",
  remove: "removed",
  reopen: "reopened",
  replay: "sent again",
  resolve: "resolved",
  resume: "resumed",
  revoke: "revoked",
  save: "saved",
  snooze: "snoozed",
  test: "tested",
  undo: "undone",
  update: "changed",
  void: "voided",
};

/** What was done, in words: "alert.acknowledge" is "Alert acknowledged". */
export function actionName(action: string): string {
  const [thing = "", verb = ""] = action.split(".");
  const words = names[action.replaceAll("_", "-")] ?? `${thing} ${pasts[verb] ?? verb}`.trim().replaceAll(/[_-]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** An actor without a name of its own: the product's own work, a program, or somebody who has left. */
export function actorText(actor: string): string {
  const [kind = "", ...rest] = actor.split(":");
  const what = rest.join(":").replaceAll("-", " ");
  if (kind === "workflow" || kind === "system") return `Upstream, ${what}`;
  if (kind === "apiKey") return "An API key";
  return kind === "superuser" ? "Upstream support" : "A former member";
}

export type AuditField = { name: string; before: string | null; after: string | null };

/** Payload of an entry as fields; `{ before, after }` pairs show both, other values only what was written. */
export function payloadFields(payload: Record<string, unknown>): AuditField[] {
  const { before, after, ...rest } = payload;
  if (isRecord(before) || isRecord(after)) {
    const [old, fresh] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
    const names = [...new Set([...Object.keys(old), ...Object.keys(fresh)])];
    return [...names.map((name) => ({ name, before: textOf(old[name]), after: textOf(fresh[name]) })), ...payloadFields(rest)];
  }
  return Object.entries(payload).map(([name, value]) => pairOf(name, value));
}

function pairOf(name: string, value: unknown): AuditField {
  if (isRecord(value) && Object.keys(value).every((key) => key === "before" || key === "after"))
    return { name, before: textOf(value["before"]), after: textOf(value["after"]) };
  return { name, before: null, after: textOf(value) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

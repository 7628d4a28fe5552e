"use client";

import { Inbox, type InboxProps } from "./inbox.tsx";
import { KeptQuiet, type QuietView } from "./kept-quiet.tsx";
import { useAlertActions, useUndoSuppression } from "./queries.ts";

/** The inbox with its way to the API. */
export function LiveInbox(props: Omit<InboxProps, "actions">) {
  return <Inbox {...props} actions={useAlertActions()} />;
}

/** The kept-quiet list with its way to the API. */
export function LiveKeptQuiet(props: { list: readonly QuietView[]; canAct: boolean }) {
  return <KeptQuiet {...props} undo={useUndoSuppression()} />;
}

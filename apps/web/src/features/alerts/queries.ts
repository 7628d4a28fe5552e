"use client";

import { useMemo } from "react";
import { useTRPCClient } from "../../trpc/client.tsx";
import type { JudgmentView } from "./alert-view.ts";
import type { AlertActions } from "./view-model.ts";

type Input<T extends (...args: never[]) => unknown> = Parameters<T>[0];

/** Changes of alerts through the API: one request, whatever their number. */
export function useAlertActions(): AlertActions {
  const client = useTRPCClient();
  return useMemo(
    () => ({
      change: (change) => client.alerts.bulk.mutate(change as Input<typeof client.alerts.bulk.mutate>),
      judge: async (alertId, verdict) =>
        (await client.alerts.judge.mutate({ alertId, verdict } as Input<typeof client.alerts.judge.mutate>)).effect.text,
    }),
    [client],
  );
}

/** Saves one's own judgment of an alert; answers what it will do. */
export function useSaveJudgment(alertId: string): (judgment: JudgmentView) => Promise<string> {
  const client = useTRPCClient();
  return async ({ reason, ...rest }) => {
    const input = { alertId, ...rest, reasons: reason === null ? [] : [reason] };
    return (await client.alerts.judge.mutate(input as Input<typeof client.alerts.judge.mutate>)).effect.text;
  };
}

/** Lets a kept-quiet finding be heard again. */
export function useUndoSuppression(): (suppressionId: string) => Promise<void> {
  const client = useTRPCClient();
  return async (suppressionId) => {
    await client.alerts.undoSuppression.mutate({ suppressionId } as Input<typeof client.alerts.undoSuppression.mutate>);
  };
}

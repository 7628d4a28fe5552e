"use client";

import { useTRPCClient } from "../../trpc/client.tsx";
import { errorText } from "../../trpc/error-text.ts";
import { showToast } from "../../ui/overlay/toast-store.ts";

/** Asks for a comparison of all payers with themselves, in the background. */
export function useLookAgain(): () => Promise<void> {
  const client = useTRPCClient();
  return async () => {
    try {
      await client.drift.requestRun.mutate({});
      showToast({ tone: "done", text: "All payers are looked at again. What changed will show in a moment." });
    } catch (error) {
      showToast({ tone: "failed", text: `Nothing was looked at. ${errorText(error)}` });
    }
  };
}

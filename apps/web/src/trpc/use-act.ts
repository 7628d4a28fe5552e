"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ActState } from "../ui/act-status.tsx";
import { errorText } from "./error-text.ts";

export type Act = ActState & { run: (name: string, work: () => Promise<unknown>, done: string) => Promise<boolean> };

/** Runs one of several actions of a thing, then shows the page anew; on refusal nothing of a form is lost. */
export function useAct(): Act {
  const router = useRouter();
  const [state, setState] = useState<ActState>({ busy: null, text: null, failed: false });
  return {
    ...state,
    async run(name, work, done) {
      setState({ busy: name, text: null, failed: false });
      try {
        await work();
        setState({ busy: null, text: done, failed: false });
        router.refresh();
        return true;
      } catch (error) {
        setState({ busy: null, text: errorText(error), failed: true });
        return false;
      }
    },
  };
}

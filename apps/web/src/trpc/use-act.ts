"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { errorText } from "./error-text.ts";

export type Act = {
  busy: string | null;
  text: string | null;
  failed: boolean;
  run: (name: string, work: () => Promise<unknown>, done: string) => Promise<boolean>;
};

/** Runs one of several actions of a thing and says beside them what became of it. */
export function useAct(): Act {
  const router = useRouter();
  const [state, setState] = useState<Omit<Act, "run">>({ busy: null, text: null, failed: false });
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

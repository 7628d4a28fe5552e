"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { errorText } from "../../trpc/error-text.ts";

export type Save = {
  busy: boolean;
  saved: string | null;
  error: string | null;
  run: (work: () => Promise<unknown>, done: string) => Promise<boolean>;
};

/** Runs a change, then shows the page anew; on refusal nothing of the form is lost. */
export function useSave(): Save {
  const router = useRouter();
  const [state, setState] = useState<Omit<Save, "run">>({ busy: false, saved: null, error: null });
  return {
    ...state,
    async run(work, done) {
      setState({ busy: true, saved: null, error: null });
      try {
        await work();
        setState({ busy: false, saved: done, error: null });
        router.refresh();
        return true;
      } catch (error) {
        setState({ busy: false, saved: null, error: errorText(error) });
        return false;
      }
    },
  };
}

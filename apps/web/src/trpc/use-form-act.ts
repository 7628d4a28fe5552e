"use client";

import type { FormEvent } from "react";
import { useAct } from "./use-act.ts";

/** Sends what stands in a form's fields, by their names and trimmed; empties them once it worked. */
export function useFormAct(send: (text: (name: string) => string) => Promise<unknown>, done: string) {
  const act = useAct();
  return {
    act,
    onSubmit: (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      const form = event.currentTarget;
      const data = new FormData(form);
      const text = (name: string) => String(data.get(name) ?? "").trim();
      void act.run("send", () => send(text), done).then((worked) => (worked ? form.reset() : undefined));
    },
  };
}

"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import type { FormEvent } from "react";
import { useForm, type DefaultValues, type FieldValues, type Path } from "react-hook-form";
import type { z } from "zod";
import { useAct } from "../../trpc/use-act.ts";

/** A form that its schema checks before anything is sent. */
export function useSchemaForm<In extends FieldValues, Out>(schema: z.ZodType<Out, In>, defaultValues: DefaultValues<In>) {
  const act = useAct();
  const { register, handleSubmit, reset, getFieldState, formState } = useForm<In, unknown, Out>({
    resolver: zodResolver(schema),
    defaultValues,
  });
  return {
    act,
    register,
    reset: () => reset(),
    /** What is wrong with one field. */
    error: (name: Path<In>) => getFieldState(name, formState).error?.message,
    sends: (send: (input: Out) => Promise<unknown>, done: string) => (event: FormEvent<HTMLFormElement>) =>
      void handleSubmit((input) => act.run("send", () => send(input), done))(event),
  };
}

import type { z } from "zod";

/** A domain event on its way to the outbox: a name and ids, never values. */
export type DomainEvent<N extends string = string, D = Record<string, unknown>> = { name: N; data: D };

export type EventDefinition<N extends string, S extends z.ZodType> = {
  name: N;
  schema: S;
  (data: z.input<S>): DomainEvent<N, z.output<S>>;
};

/** Declares an event once: the result builds checked events and carries name and schema for subscribers. */
export function defineEvent<N extends string, S extends z.ZodType>(name: N, schema: S): EventDefinition<N, S> {
  const build = (data: z.input<S>): DomainEvent<N, z.output<S>> => ({ name, data: schema.parse(data) });
  Object.defineProperty(build, "name", { value: name });
  return Object.assign(build, { schema }) as unknown as EventDefinition<N, S>;
}

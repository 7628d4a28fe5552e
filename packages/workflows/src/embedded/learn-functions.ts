import { z } from "zod";
import { parseSchedule } from "./cron.ts";
import type { Schedule } from "./cron.ts";
import { compileExpression } from "./expressions.ts";
import type { Expression } from "./expressions.ts";
import type { ServeHandler } from "./protocol.ts";
import { signedRequest } from "./sign-request.ts";

export type EventTrigger = { event: string; filter: Expression | undefined };
export type CronTrigger = { text: string; schedule: Schedule };
export type ConcurrencyLimit = { limit: number; key: Expression | undefined };

/** A function as its registration describes it; nothing about it is written anywhere else. */
export type LearnedFunction = {
  id: string;
  events: EventTrigger[];
  crons: CronTrigger[];
  maxAttempts: number;
  idempotency: Expression | undefined;
  concurrency: ConcurrencyLimit[];
  cancellations: EventTrigger[];
};
export type FunctionTable = ReadonlyMap<string, LearnedFunction>;

const DEFAULT_RETRIES = 4;

const limit = z.strictObject({ limit: z.number().int().positive(), key: z.string().optional(), scope: z.literal("fn").optional() });
const trigger = z.union([
  z.strictObject({ event: z.string().regex(/^[^*]+$/), expression: z.string().optional() }),
  z.strictObject({ cron: z.string() }),
]);
/** Strict on purpose: an option this executor does not know stops the start under its name. */
const registration = z.strictObject({
  id: z.string().min(1),
  name: z.string().optional(),
  triggers: z.array(trigger),
  steps: z.record(z.string(), z.looseObject({ retries: z.object({ attempts: z.number().int().min(0).optional() }).optional() })),
  idempotency: z.string().optional(),
  concurrency: z.union([z.number().int().positive(), limit, z.array(limit)]).optional(),
  cancel: z.array(z.strictObject({ event: z.string(), if: z.string().optional() })).optional(),
});
type Registration = z.infer<typeof registration>;

function compiled(source: string | undefined): Expression | undefined {
  return source === undefined ? undefined : compileExpression(source);
}

function limitsOf(concurrency: Registration["concurrency"]): ConcurrencyLimit[] {
  if (concurrency === undefined) return [];
  if (typeof concurrency === "number") return [{ limit: concurrency, key: undefined }];
  return (Array.isArray(concurrency) ? concurrency : [concurrency]).map((entry) => ({ limit: entry.limit, key: compiled(entry.key) }));
}

function toFunction(entry: Registration): LearnedFunction {
  const retries = Object.values(entry.steps)[0]?.retries?.attempts ?? DEFAULT_RETRIES;
  return {
    id: entry.id,
    events: entry.triggers.flatMap((one) => ("event" in one ? [{ event: one.event, filter: compiled(one.expression) }] : [])),
    crons: entry.triggers.flatMap((one) => ("cron" in one ? [{ text: one.cron, schedule: parseSchedule(one.cron) }] : [])),
    maxAttempts: retries + 1,
    idempotency: compiled(entry.idempotency),
    concurrency: limitsOf(entry.concurrency),
    cancellations: (entry.cancel ?? []).map((one) => ({ event: one.event, filter: compiled(one.if) })),
  };
}

function parseRegistration(raw: unknown): LearnedFunction {
  const parsed = registration.safeParse(raw);
  if (parsed.success) return toFunction(parsed.data);
  const id = z.looseObject({ id: z.string() }).safeParse(raw).data?.id ?? "a function";
  const options = parsed.error.issues.map((issue) => [...issue.path, ...(issue.code === "unrecognized_keys" ? issue.keys : [])].join("."));
  throw new Error(`${id} uses what the embedded executor does not support: ${options.join(", ")}`);
}

/** Asks the handler which functions it serves, by a signed in-band registration. */
export async function learnFunctions(handler: ServeHandler, address: { url: URL; signingKey: string }): Promise<FunctionTable> {
  const request = signedRequest("PUT", address.url, {
    body: { url: address.url.href },
    signingKey: address.signingKey,
    headers: { "x-inngest-sync-kind": "in_band" },
  });
  const response = await handler(request);
  if (response.status !== 200) throw new Error(`The serve handler refused the registration with status ${response.status}`);
  const body = z.looseObject({ functions: z.array(z.unknown()) }).parse(await response.json());
  const functions = body.functions.map(parseRegistration);
  return new Map(functions.map((entry) => [entry.id, entry]));
}

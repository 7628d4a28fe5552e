import { z } from "zod";

/** The application's `serve()` handler, called in-process or by a wrapper that goes over HTTP. */
export type ServeHandler = (request: Request) => Promise<Response>;

export const eventRecord = z.looseObject({
  id: z.string().min(1),
  name: z.string().min(1),
  data: z.record(z.string(), z.unknown()),
  ts: z.number(),
});
export type EventRecord = z.infer<typeof eventRecord>;

const operation = z.looseObject({
  id: z.string().min(1),
  op: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
  opts: z.record(z.string(), z.unknown()).nullish(),
});
/** One entry of a 206 answer: what a step did or wants. */
export type Operation = z.infer<typeof operation>;

export type StepMemo = { data: unknown } | { error: unknown };

/** What one call asks of a function: which step, what is known so far, and which attempt it is. */
export type FunctionCall = {
  functionId: string;
  stepId: string;
  runId: string;
  event: EventRecord;
  memos: ReadonlyMap<string, StepMemo>;
  attempt: number;
  maxAttempts: number;
  sdkVersion: number;
  disableImmediateExecution: boolean;
};

export type FunctionAnswer = { sdkVersion: number; retryAfter: string | null; isFinal: boolean } & (
  | { kind: "operations"; operations: Operation[] }
  | { kind: "result"; data: unknown }
  | { kind: "failure"; error: unknown }
);

/** The body of a call, as the SDK's version 2 protocol wants it. */
export function callBody(call: FunctionCall): Record<string, unknown> {
  const stack = [...call.memos.keys()];
  return {
    version: call.sdkVersion,
    event: call.event,
    events: [call.event],
    steps: Object.fromEntries(call.memos),
    use_api: false,
    ctx: {
      run_id: call.runId,
      attempt: call.attempt,
      max_attempts: call.maxAttempts,
      stack: { stack, current: stack.length },
      disable_immediate_execution: call.disableImmediateExecution,
      use_api: false,
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { name: "UnreadableAnswer", message: "The answer was no JSON" };
  }
}

/** Reads status, headers and body of an answer into one of its three meanings. */
export async function readAnswer(response: Response): Promise<FunctionAnswer> {
  const body = parseJson(await response.text());
  const version = Number(response.headers.get("x-inngest-req-version") ?? Number.NaN);
  const frame = {
    sdkVersion: Number.isInteger(version) ? version : -1,
    retryAfter: response.headers.get("retry-after"),
    isFinal: response.headers.get("x-inngest-no-retry") === "true",
  };
  if (response.status === 200) return { ...frame, kind: "result", data: body };
  if (response.status !== 206) return { ...frame, kind: "failure", error: body };
  const operations = z.array(operation).parse(Array.isArray(body) ? body : [body]);
  const complete = operations.find((entry) => entry.op === "RunComplete");
  return complete === undefined ? { ...frame, kind: "operations", operations } : { ...frame, kind: "result", data: complete.data ?? null };
}

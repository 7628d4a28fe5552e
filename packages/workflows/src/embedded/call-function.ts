import { errorWord } from "@upstream/core";
import { callBody, readAnswer } from "./protocol.ts";
import type { FunctionAnswer, FunctionCall, ServeHandler } from "./protocol.ts";
import { signedRequest } from "./sign-request.ts";

/** What a test may do to a call: lose its answer, make it twice, hold it back, or die after it. */
export type Fault = "drop-answer" | "duplicate-call" | "kill" | { holdUntil: Promise<void> };
export type FaultKnob = (call: FunctionCall) => Fault | undefined;

export type CallerOptions = { handler: ServeHandler; url: URL; signingKey: string; faults?: FaultKnob | undefined };
export type FunctionCaller = (call: FunctionCall) => Promise<FunctionAnswer>;

export class LostAnswer extends Error {
  constructor() {
    super("The answer of a call was lost");
    this.name = "LostAnswer";
  }
}

async function callOnce(options: CallerOptions, call: FunctionCall): Promise<FunctionAnswer> {
  const url = new URL(options.url);
  url.searchParams.set("fnId", call.functionId);
  url.searchParams.set("stepId", call.stepId);
  const request = signedRequest("POST", url, {
    body: callBody(call),
    signingKey: options.signingKey,
    headers: { "x-run-id": call.runId },
  });
  try {
    return await readAnswer(await options.handler(request));
  } catch (error) {
    const failure = { name: "CallFailed", message: `The function could not be called: ${errorWord(error)}` };
    return { kind: "failure", error: failure, sdkVersion: call.sdkVersion, retryAfter: null, isFinal: false };
  }
}

/** Makes signed calls to the serve handler; faults come through here and from nowhere else. */
export function createCaller(options: CallerOptions): FunctionCaller {
  return async (call) => {
    const fault = options.faults?.(call);
    if (typeof fault === "object") await fault.holdUntil;
    if (fault === "duplicate-call") return (await Promise.all([callOnce(options, call), callOnce(options, call)]))[1];
    const answer = await callOnce(options, call);
    if (fault === "kill") process.kill(process.pid, "SIGKILL");
    if (fault === "drop-answer") throw new LostAnswer();
    return answer;
  };
}

import { newChannel } from "./new-channel.ts";
import { newPage } from "./new-page.ts";
import { newRule } from "./new-rule.ts";
import { newSignal } from "./new-signal.ts";
import { newVerb } from "./new-verb.ts";
import { newWorkflow } from "./new-workflow.ts";
import type { Generator } from "./plan.ts";

/** Every kind of thing that one command adds: file, test and registry line. */
export const generators: Record<string, Generator | undefined> = {
  rule: newRule,
  signal: newSignal,
  channel: newChannel,
  verb: newVerb,
  page: newPage,
  workflow: newWorkflow,
};

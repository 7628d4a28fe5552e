import { endOf } from "./durations.ts";
import type { Operation, StepMemo } from "./protocol.ts";
import type { HeldRun, StepChange } from "./run-store.ts";

/** A step's result may not be larger than this, in bytes of JSON. */
export const MAX_RESULT_BYTES = 4 * 1024 * 1024;

export class UnsupportedOperation extends Error {
  constructor(op: string) {
    super(`The embedded executor does not support the operation ${op}`);
    this.name = "UnsupportedOperation";
  }
}

function nameOf(operation: Operation): string {
  return operation.displayName ?? operation.name ?? operation.id;
}

/** The memo of a step that succeeded; a result over the limit becomes an error that names the step. */
export function resultMemo(name: string, data: unknown): StepMemo {
  const bytes = Buffer.byteLength(JSON.stringify(data ?? null));
  if (bytes <= MAX_RESULT_BYTES) return { data: data ?? null };
  return { error: { name: "StepResultTooLarge", message: `The result of "${name}" has ${bytes} bytes, more than ${MAX_RESULT_BYTES}` } };
}

/** The memo an operation carries, or undefined when it carries none. */
export function memoOf(operation: Operation): StepMemo | undefined {
  if (operation.op === "StepRun") return resultMemo(nameOf(operation), operation.data);
  if (operation.op === "StepFailed") return { error: operation.error ?? null };
  return undefined;
}

function textOption(operation: Operation, key: string): string | null {
  const value = operation.opts?.[key];
  return typeof value === "string" ? value : null;
}

function timeoutOf(operation: Operation, now: Date): Date | null {
  const timeout = textOption(operation, "timeout");
  return timeout === null ? null : endOf(timeout, now);
}

/** The pending step an operation asks for. */
export function pendingOf(operation: Operation, now: Date): StepChange {
  const step = { stepId: operation.id, name: nameOf(operation), memo: null, attempt: 0, waitEvent: null, waitIf: null };
  switch (operation.op) {
    case "StepPlanned":
      return { ...step, op: "StepPlanned", dueAt: now };
    case "Sleep":
      return { ...step, op: "Sleep", dueAt: endOf(operation.name ?? "", now) };
    case "WaitForEvent":
      return {
        ...step,
        op: "WaitForEvent",
        dueAt: timeoutOf(operation, now),
        waitEvent: operation.name ?? "",
        waitIf: textOption(operation, "if"),
      };
    case "InvokeFunction":
      return { ...step, op: "InvokeFunction", dueAt: timeoutOf(operation, now) };
    default:
      throw new UnsupportedOperation(operation.op);
  }
}

/** What becomes of the pending steps whose time has come: a sleep is over, a wait got nothing, an invocation took too long. */
export function dueSteps(run: HeldRun, now: Date): StepChange[] {
  const due = [...run.pending.values()].filter((step) => step.op !== "StepPlanned" && step.dueAt !== null && step.dueAt <= now);
  return due.map((step) => {
    const timedOut = { name: "InvokeTimeoutError", message: `"${step.name}" took too long` };
    return { ...step, memo: step.op === "InvokeFunction" ? { error: timedOut } : { data: null } };
  });
}

import { actorText, errorWord } from "@upstream/core";
import type { LogFields } from "@upstream/core";
import { actorOf, isInCustomer } from "@upstream/tenancy";
import type { Principal } from "@upstream/tenancy";
import { errorTable } from "../error-table.ts";
import { faultOf } from "../fault.ts";
import { middleware } from "../trpc.ts";

function whoIs(principal: Principal): LogFields {
  if (principal.kind === "anonymous") return { actor: "anonymous" };
  if (isInCustomer(principal)) return { actor: actorText(actorOf(principal)), customerId: principal.customerId };
  return { actor: `user:${principal.userId}` };
}

/** One line a procedure: who, where, how long, which code; never an input, an output or a message. */
export const logRequest = middleware(async ({ ctx, path, next }) => {
  const started = ctx.deps.clock.now().getTime();
  const result = await next();
  const fields: LogFields = {
    requestId: ctx.facts.requestId,
    procedure: path,
    durationMs: ctx.deps.clock.now().getTime() - started,
    ...whoIs(ctx.principal),
  };
  if (result.ok) {
    ctx.deps.logger.info("procedure", fields);
    return result;
  }
  const { code } = faultOf(result.error);
  const refusal = { ...fields, code, status: errorTable[code].status };
  if (code === "internal") ctx.deps.logger.error("procedure failed", { ...refusal, error: errorWord(result.error.cause ?? result.error) });
  else ctx.deps.logger.info("procedure refused", refusal);
  return result;
});

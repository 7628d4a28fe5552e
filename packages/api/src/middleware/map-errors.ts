import { TRPCError } from "@trpc/server";
import { errorTable } from "../error-table.ts";
import { faultOf } from "../fault.ts";
import { middleware } from "../trpc.ts";

/** Gives every failure its code from the table; looks at the result, because `next()` never rejects. */
export const mapErrors = middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const fault = faultOf(result.error);
  const cause = result.error.cause ?? result.error;
  return {
    ...result,
    error: new TRPCError({
      code: errorTable[fault.code].trpc,
      message: errorTable[fault.code].title,
      cause: fault.code === "internal" ? cause : fault,
    }),
  };
});

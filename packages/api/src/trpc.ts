import { initTRPC } from "@trpc/server";
import type { ApiContext } from "./context.ts";
import { errorTable } from "./error-table.ts";
import { faultOf } from "./fault.ts";
import type { ApiMeta } from "./meta.ts";
import { problemOf } from "./problem.ts";

const t = initTRPC
  .context<ApiContext>()
  .meta<ApiMeta>()
  .create({
    isDev: false,
    errorFormatter: ({ shape, error, ctx, path }) => {
      const fault = faultOf(error);
      const row = errorTable[fault.code];
      const problem = problemOf(fault, ctx?.facts.requestId ?? "00000000-0000-0000-0000-000000000000");
      return { code: shape.code, message: row.title, data: { code: row.trpc, httpStatus: row.status, path, problem } };
    },
  });

export const router = t.router;
export const procedure = t.procedure;
export const middleware = t.middleware;
export const createCallerFactory = t.createCallerFactory;

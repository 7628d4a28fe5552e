import { dashboardDto, dashboardInput } from "../dashboard/dashboard-schemas.ts";
import { readDashboard } from "../dashboard/read-dashboard.ts";
import { rest } from "../meta.ts";
import { customerProcedure } from "../procedures.ts";
import { router } from "../trpc.ts";

export const dashboardRouter = router({
  get: customerProcedure
    .meta(rest("GET", "/dashboard", { permission: "customer:read", summary: "The figures of the overview" }))
    .input(dashboardInput)
    .output(dashboardDto)
    .query(({ ctx, input }) => readDashboard(ctx, ctx.deps, input)),
});

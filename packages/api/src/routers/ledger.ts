import { readLedger } from "@upstream/alerts";
import { ledgerDto } from "@upstream/alerts/schemas";
import { rest } from "../meta.ts";
import { customerProcedure } from "../procedures.ts";
import { router } from "../trpc.ts";

export const ledgerRouter = router({
  get: customerProcedure
    .meta(rest("GET", "/ledger", { permission: "alerts:read", summary: "Dollars recovered, precision, days to alert" }))
    .output(ledgerDto)
    .query(({ ctx }) => readLedger(ctx)),
});

import { pageOf } from "@upstream/core";
import {
  deleteMapping,
  listColumnMappings,
  listCptMappings,
  listPayerMappings,
  upsertColumnMapping,
  upsertCptMapping,
  upsertPayerMapping,
} from "@upstream/tenancy";
import {
  columnMappingDto,
  cptMappingDto,
  listMappingsInput,
  mappingIdInput,
  payerMappingDto,
  upsertCptMappingInput,
  upsertPayerMappingInput,
} from "@upstream/tenancy/schemas";
import { z } from "zod";
import { columnMappingInput } from "../column-mapping-input.ts";
import { rest } from "../meta.ts";
import { customerProcedure } from "../procedures.ts";
import { router } from "../trpc.ts";

const payersRouter = router({
  list: customerProcedure
    .meta(rest("GET", "/payer-mappings", { permission: "mappings:read", summary: "List payer mappings" }))
    .input(listMappingsInput)
    .output(pageOf(payerMappingDto))
    .query(({ ctx, input }) => listPayerMappings(ctx, input)),
  upsert: customerProcedure
    .meta(
      rest("POST", "/payer-mappings", {
        permission: "mappings:write",
        summary: "Map a raw payer name; the same name again replaces it",
        status: 201,
      }),
    )
    .input(upsertPayerMappingInput)
    .output(payerMappingDto)
    .mutation(({ ctx, input }) => upsertPayerMapping(ctx, input)),
  delete: customerProcedure
    .meta(rest("DELETE", "/payer-mappings/{mappingId}", { permission: "mappings:write", summary: "Forget a payer mapping" }))
    .input(mappingIdInput)
    .output(z.void())
    .mutation(({ ctx, input }) => deleteMapping(ctx, "payer", input)),
});

const cptRouter = router({
  list: customerProcedure
    .meta(rest("GET", "/cpt-mappings", { permission: "mappings:read", summary: "List procedure groups" }))
    .input(listMappingsInput)
    .output(pageOf(cptMappingDto))
    .query(({ ctx, input }) => listCptMappings(ctx, input)),
  upsert: customerProcedure
    .meta(
      rest("POST", "/cpt-mappings", { permission: "mappings:write", summary: "Put a range of procedure codes into a group", status: 201 }),
    )
    .input(upsertCptMappingInput)
    .output(cptMappingDto)
    .mutation(({ ctx, input }) => upsertCptMapping(ctx, input)),
  delete: customerProcedure
    .meta(rest("DELETE", "/cpt-mappings/{mappingId}", { permission: "mappings:write", summary: "Forget a procedure group" }))
    .input(mappingIdInput)
    .output(z.void())
    .mutation(({ ctx, input }) => deleteMapping(ctx, "cpt", input)),
});

const columnsRouter = router({
  list: customerProcedure
    .meta(rest("GET", "/column-mappings", { permission: "mappings:read", summary: "List column mappings" }))
    .input(listMappingsInput)
    .output(pageOf(columnMappingDto))
    .query(({ ctx, input }) => listColumnMappings(ctx, input)),
  upsert: customerProcedure
    .meta(rest("POST", "/column-mappings", { permission: "mappings:write", summary: "Save how a source names its columns", status: 201 }))
    .input(columnMappingInput)
    .output(columnMappingDto)
    .mutation(({ ctx, input }) => upsertColumnMapping(ctx, input)),
  delete: customerProcedure
    .meta(rest("DELETE", "/column-mappings/{mappingId}", { permission: "mappings:write", summary: "Forget a column mapping" }))
    .input(mappingIdInput)
    .output(z.void())
    .mutation(({ ctx, input }) => deleteMapping(ctx, "column", input)),
});

export const mappingsRouter = router({ payers: payersRouter, cpt: cptRouter, columns: columnsRouter });

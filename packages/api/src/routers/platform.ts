import { pageOf } from "@upstream/core";
import { createCustomer, grantAccess, listCustomers } from "@upstream/tenancy";
import {
  createCustomerInput,
  createdCustomerDto,
  grantAccessInput,
  grantDto,
  listCustomersInput,
  platformCustomerDto,
} from "@upstream/tenancy/schemas";
import { internal, rest } from "../meta.ts";
import { platformProcedure } from "../procedures.ts";
import { router } from "../trpc.ts";

export const platformRouter = router({
  listCustomers: platformProcedure
    .meta(rest("GET", "/customers", { permission: "platform", summary: "List the platform's customers" }))
    .input(listCustomersInput)
    .output(pageOf(platformCustomerDto))
    .query(({ ctx, input }) => listCustomers(ctx.deps, ctx.principal, input)),
  createCustomer: platformProcedure
    .meta(rest("POST", "/customers", { permission: "platform", summary: "Create a customer with its first owner", status: 201 }))
    .input(createCustomerInput)
    .output(createdCustomerDto)
    .mutation(async ({ ctx, input }) => {
      const by = { actor: { kind: "system" as const, reason: `superuser ${ctx.principal.userId}` }, requestId: ctx.facts.requestId };
      const { customer, owner } = await createCustomer(ctx.deps, input, by);
      return { customer, owner };
    }),
  grantAccess: platformProcedure
    .meta(internal({ permission: "platform" }))
    .input(grantAccessInput)
    .output(grantDto)
    .mutation(({ ctx, input }) => grantAccess(ctx.deps, ctx.principal, { ...input, requestId: ctx.facts.requestId })),
});

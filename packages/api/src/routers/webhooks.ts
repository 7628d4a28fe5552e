import {
  createEndpoint,
  deleteEndpoint,
  getDelivery,
  getEndpoint,
  listDeliveries,
  listEndpoints,
  pauseEndpoint,
  replayDelivery,
  replayEndpoint,
  resumeEndpoint,
  rotateSecret,
  sendEndpointTest,
  updateEndpoint,
} from "@upstream/alerts";
import {
  createEndpointInput,
  deliveryDetail,
  deliveryDto,
  deliveryRef,
  endpointDto,
  endpointRef,
  endpointWithSecret,
  listDeliveriesInput,
  listEndpointsInput,
  replayEndpointInput,
  replayEndpointResult,
  rotateSecretInput,
  updateEndpointInput,
} from "@upstream/alerts/schemas";
import { pageOf } from "@upstream/core";
import { z } from "zod";
import { rest } from "../meta.ts";
import { customerProcedure } from "../procedures.ts";
import { router } from "../trpc.ts";
import { deletedDto } from "./deleted-dto.ts";

const endpoint = "/webhooks/endpoints/{endpointId}";

export const webhooksRouter = router({
  list: customerProcedure
    .meta(rest("GET", "/webhooks/endpoints", { permission: "webhooks:read", summary: "List webhook endpoints" }))
    .input(listEndpointsInput)
    .output(pageOf(endpointDto))
    .query(({ ctx, input }) => listEndpoints(ctx, input)),
  get: customerProcedure
    .meta(rest("GET", endpoint, { permission: "webhooks:read", summary: "Get a webhook endpoint" }))
    .input(endpointRef)
    .output(endpointDto)
    .query(({ ctx, input }) => getEndpoint(ctx, input)),
  create: customerProcedure
    .meta(
      rest("POST", "/webhooks/endpoints", {
        permission: "webhooks:admin",
        summary: "Create a webhook endpoint; its secret is answered once",
        status: 201,
      }),
    )
    .input(createEndpointInput)
    .output(endpointWithSecret)
    .mutation(({ ctx, input }) => createEndpoint(ctx, input, ctx.deps.outbound)),
  update: customerProcedure
    .meta(rest("PATCH", endpoint, { permission: "webhooks:admin", summary: "Change a webhook endpoint" }))
    .input(updateEndpointInput)
    .output(endpointDto)
    .mutation(({ ctx, input }) => updateEndpoint(ctx, input, ctx.deps.outbound)),
  delete: customerProcedure
    .meta(rest("DELETE", endpoint, { permission: "webhooks:admin", summary: "Delete a webhook endpoint" }))
    .input(endpointRef)
    .output(deletedDto)
    .mutation(({ ctx, input }) => deleteEndpoint(ctx, input)),
  rotateSecret: customerProcedure
    .meta(
      rest("POST", `${endpoint}/rotate-secret`, {
        permission: "webhooks:admin",
        summary: "Make a new secret; the old one signs along for a while",
      }),
    )
    .input(rotateSecretInput)
    .output(endpointWithSecret)
    .mutation(({ ctx, input }) => rotateSecret(ctx, input)),
  test: customerProcedure
    .meta(rest("POST", `${endpoint}/test`, { permission: "webhooks:admin", summary: "Send a test event", status: 202 }))
    .input(endpointRef)
    .output(z.strictObject({ eventId: z.guid() }))
    .mutation(({ ctx, input }) => sendEndpointTest(ctx, input)),
  pause: customerProcedure
    .meta(rest("POST", `${endpoint}/pause`, { permission: "webhooks:admin", summary: "Hold deliveries back" }))
    .input(endpointRef)
    .output(endpointDto)
    .mutation(({ ctx, input }) => pauseEndpoint(ctx, input)),
  resume: customerProcedure
    .meta(rest("POST", `${endpoint}/resume`, { permission: "webhooks:admin", summary: "Send again, what was held back first" }))
    .input(endpointRef)
    .output(endpointDto)
    .mutation(({ ctx, input }) => resumeEndpoint(ctx, input)),
  replay: customerProcedure
    .meta(
      rest("POST", `${endpoint}/replay`, {
        permission: "webhooks:admin",
        summary: "Send the deliveries of a time range again",
        status: 202,
      }),
    )
    .input(replayEndpointInput)
    .output(replayEndpointResult)
    .mutation(({ ctx, input }) => replayEndpoint(ctx, input)),
});

export const deliveriesRouter = router({
  list: customerProcedure
    .meta(rest("GET", "/webhooks/deliveries", { permission: "webhooks:read", summary: "List deliveries of webhooks and channels" }))
    .input(listDeliveriesInput)
    .output(pageOf(deliveryDto))
    .query(({ ctx, input }) => listDeliveries(ctx, input)),
  get: customerProcedure
    .meta(rest("GET", "/webhooks/deliveries/{deliveryId}", { permission: "webhooks:read", summary: "Get a delivery with its attempts" }))
    .input(deliveryRef)
    .output(deliveryDetail)
    .query(({ ctx, input }) => getDelivery(ctx, input)),
  replay: customerProcedure
    .meta(
      rest("POST", "/webhooks/deliveries/{deliveryId}/replay", {
        permission: "webhooks:admin",
        summary: "Send a delivery again",
        status: 202,
      }),
    )
    .input(deliveryRef)
    .output(z.strictObject({ id: z.guid(), state: z.enum(["pending", "held"]) }))
    .mutation(({ ctx, input }) => replayDelivery(ctx, input)),
});

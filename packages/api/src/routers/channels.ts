import { createChannel, deleteChannel, getChannel, listChannels, sendTest, updateChannel } from "@upstream/alerts";
import {
  channelDto,
  channelRef,
  createChannelInput,
  listChannelsInput,
  sendTestResult,
  updateChannelInput,
} from "@upstream/alerts/schemas";
import { pageOf } from "@upstream/core";
import { rest } from "../meta.ts";
import { customerProcedure } from "../procedures.ts";
import { router } from "../trpc.ts";
import { deletedDto } from "./deleted-dto.ts";

export const channelsRouter = router({
  list: customerProcedure
    .meta(rest("GET", "/channels", { permission: "alerts:read", summary: "List channels" }))
    .input(listChannelsInput)
    .output(pageOf(channelDto))
    .query(({ ctx, input }) => listChannels(ctx, input)),
  get: customerProcedure
    .meta(rest("GET", "/channels/{channelId}", { permission: "alerts:read", summary: "Get a channel" }))
    .input(channelRef)
    .output(channelDto)
    .query(({ ctx, input }) => getChannel(ctx, input)),
  create: customerProcedure
    .meta(rest("POST", "/channels", { permission: "channels:admin", summary: "Create a channel", status: 201 }))
    .input(createChannelInput)
    .output(channelDto)
    .mutation(({ ctx, input }) => createChannel(ctx, input, ctx.deps.outbound)),
  update: customerProcedure
    .meta(rest("PATCH", "/channels/{channelId}", { permission: "channels:admin", summary: "Change a channel" }))
    .input(updateChannelInput)
    .output(channelDto)
    .mutation(({ ctx, input }) => updateChannel(ctx, input, ctx.deps.outbound)),
  delete: customerProcedure
    .meta(rest("DELETE", "/channels/{channelId}", { permission: "channels:admin", summary: "Delete a channel" }))
    .input(channelRef)
    .output(deletedDto)
    .mutation(({ ctx, input }) => deleteChannel(ctx, input)),
  test: customerProcedure
    .meta(rest("POST", "/channels/{channelId}/test", { permission: "channels:admin", summary: "Send a test message now", isKeyed: false }))
    .input(channelRef)
    .output(sendTestResult)
    .mutation(({ ctx, input }) => sendTest(ctx, input, ctx.deps.outbound)),
});

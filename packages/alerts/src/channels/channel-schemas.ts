import { pageInput, zId, zText } from "@upstream/core/schemas";
import { z } from "zod";

/** An address in the common form; no display name, no control characters. */
export const zMailAddress = z.email().max(254).toLowerCase();

export const emailConfig = z.strictObject({ recipients: z.array(zMailAddress).min(1).max(20) });
export const inAppConfig = z.strictObject({});
export const slackConfig = z.strictObject({ mention: zText(40).nullable().default(null) });
export const slackSecrets = z.strictObject({ webhookUrl: z.string().min(12).max(2048) });

const name = zText(80);
const isEnabled = z.boolean().default(true);

export const createChannelInput = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("email"), name, isEnabled, config: emailConfig }),
  z.strictObject({ kind: z.literal("in-app"), name, isEnabled, config: inAppConfig.default({}) }),
  z.strictObject({ kind: z.literal("slack"), name, isEnabled, config: slackConfig.default({ mention: null }), secrets: slackSecrets }),
]);
export type CreateChannelInput = z.infer<typeof createChannelInput>;

export const updateChannelInput = z.strictObject({
  channelId: zId("channel"),
  name: name.optional(),
  isEnabled: z.boolean().optional(),
  /** Checked against the schema of the channel's kind. */
  config: z.record(z.string(), z.unknown()).optional(),
  secrets: z.record(z.string(), z.string()).optional(),
});
export type UpdateChannelInput = z.infer<typeof updateChannelInput>;

export const channelDto = z.strictObject({
  id: zId("channel"),
  kind: z.string(),
  name: z.string(),
  isEnabled: z.boolean(),
  config: z.record(z.string(), z.unknown()),
  hasSecrets: z.boolean(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type ChannelDto = z.infer<typeof channelDto>;

export const listChannelsInput = z.strictObject({ ...pageInput });
export type ListChannelsInput = z.infer<typeof listChannelsInput>;

export const channelRef = z.strictObject({ channelId: zId("channel") });
export type ChannelRef = z.infer<typeof channelRef>;

/** How a test message went, per recipient. `error` is a stable word. */
export const sendTestResult = z.strictObject({
  ok: z.boolean(),
  results: z.array(z.strictObject({ recipient: z.string(), ok: z.boolean(), status: z.number().nullable(), error: z.string().nullable() })),
});
export type SendTestResult = z.infer<typeof sendTestResult>;

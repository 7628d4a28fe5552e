import type { ChannelMessage } from "./message.ts";
import { headline, plainText } from "./message-text.ts";
import { defineChannel } from "./channel.ts";
import { slackConfig, slackSecrets } from "./channel-schemas.ts";
import { outcomeOfPost } from "./post-outcome.ts";

/** Slack's incoming webhook, through the same dial guard as every other address a customer gives. */
export const slack = defineChannel({
  id: "slack",
  label: "Slack",
  config: slackConfig,
  secrets: slackSecrets,
  recipients: () => [""],
  refusal: (secrets, deps) => (deps.checkUrl(secrets.webhookUrl).ok ? null : "address-refused"),
  deliver: async ({ message, config, secrets }, deps) =>
    outcomeOfPost(await deps.postJson({ url: secrets.webhookUrl, headers: {}, body: JSON.stringify(slackBody(message, config.mention)) })),
});

function slackBody(message: ChannelMessage, mention: string | null) {
  const text = escape(plainText(message)).slice(0, 2900);
  return {
    text: escape(headline(message)),
    blocks: [
      { type: "header", text: { type: "plain_text", text: headline(message).slice(0, 150) } },
      { type: "section", text: { type: "mrkdwn", text: mention === null ? text : `${escape(mention)} ${text}` } },
    ],
  };
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

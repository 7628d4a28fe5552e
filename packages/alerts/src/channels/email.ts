import { messageIdFor } from "../mail/mail-transport.ts";
import { defineChannel } from "./channel.ts";
import { emailConfig } from "./channel-schemas.ts";
import { htmlPage } from "./message-html.ts";
import { headline, plainText } from "./message-text.ts";

/** Mail by SMTP: one per recipient, HTML and text, the same Message-ID each time the same alert goes to the same address. */
export const email = defineChannel({
  id: "email",
  label: "Email",
  config: emailConfig,
  secrets: null,
  recipients: (config) => [...new Set(config.recipients)],
  refusal: () => null,
  deliver: async ({ message, recipient, subjectId }, deps) => {
    const result = await deps.sendMail({
      to: recipient,
      subject: `[Upstream] ${headline(message)}`,
      text: plainText(message),
      html: htmlPage(message),
      messageId: messageIdFor(subjectId, recipient, deps.mailFrom),
    });
    return result.ok ? result : { ...result, isTimeout: result.error === "etimedout", retryAfter: null };
  },
});

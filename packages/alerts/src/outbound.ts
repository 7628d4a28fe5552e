import { resolveByDns } from "./http/guarded-lookup.ts";
import type { Resolve } from "./http/guarded-lookup.ts";
import { checkOutboundUrl, parseOutboundAllow } from "./http/outbound-url.ts";
import type { OutboundPolicy, UrlVerdict } from "./http/outbound-url.ts";
import { openPoster } from "./http/post-json.ts";
import type { Poster } from "./http/post-json.ts";
import { openMailTransport } from "./mail/mail-transport.ts";
import type { Mail, MailResult } from "./mail/mail-transport.ts";

export type OutboundConfig = {
  /** `smtp://…` or `smtps://…`; without it mails wait. */
  smtpUrl?: string | undefined;
  /** From header, for example `Upstream <alerts@example.com>`. */
  mailFrom: string;
  /** The setting OUTBOUND_ALLOW: hosts that pass the dial guard, separated by commas. */
  outboundAllow?: string | undefined;
  /** Address of the console, without a slash at the end; links in messages begin with it. */
  consoleUrl: string;
  /** Name look-up, the operating system's when absent. */
  resolve?: Resolve | undefined;
};

/** Everything that leaves the house: mail and guarded HTTP. Made once by the host. */
export type Outbound = {
  consoleUrl: string;
  mailFrom: string;
  checkUrl(raw: string): UrlVerdict;
  /** A poster with connections of its own; close it when the batch is done. */
  openPoster(): Poster;
  sendMail(mail: Mail): Promise<MailResult>;
  close(): void;
};

export function createOutbound(config: OutboundConfig): Outbound {
  const policy: OutboundPolicy = {
    allow: parseOutboundAllow(config.outboundAllow ?? ""),
    ownHosts: URL.canParse(config.consoleUrl) ? [new URL(config.consoleUrl).hostname] : [],
  };
  const resolve = config.resolve ?? resolveByDns;
  const mail = openMailTransport(config.smtpUrl, config.mailFrom);
  return {
    consoleUrl: config.consoleUrl.replace(/\/+$/, ""),
    mailFrom: config.mailFrom,
    checkUrl: (raw) => checkOutboundUrl(raw, policy),
    openPoster: () => openPoster(policy, resolve),
    sendMail: (message) => mail.send(message),
    close: () => mail.close(),
  };
}

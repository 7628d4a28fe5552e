import type { z } from "zod";
import type { PostRequest, PostResult } from "../http/post-json.ts";
import type { Mail, MailResult } from "../mail/mail-transport.ts";
import type { ChannelMessage } from "./message.ts";

/** How one attempt went, whatever the channel. */
export type SendOutcome =
  | { ok: true; status: number | null; response: string; durationMs: number }
  | {
      ok: false;
      status: number | null;
      error: string;
      isPermanent: boolean;
      isTimeout: boolean;
      retryAfter: string | null;
      response: string;
      durationMs: number;
    };

export type ChannelDeps = {
  postJson(request: PostRequest): Promise<PostResult>;
  sendMail(mail: Mail): Promise<MailResult>;
  mailFrom: string;
  checkUrl(raw: string): { ok: boolean };
};

export type ChannelSend<C, S> = {
  message: ChannelMessage;
  recipient: string;
  /** Id of what the message is about; the same each time it is sent. */
  subjectId: string;
  config: C;
  secrets: S;
};

/** One kind of channel: the form, the sealing of secrets, "send test" and the delivery log follow from this object. */
export type ChannelKind<C = unknown, S = unknown> = {
  id: string;
  label: string;
  config: z.ZodType<C>;
  secrets: z.ZodType<S> | null;
  /** Whom a message is sent to, one delivery each; empty when the alert itself is the message. */
  recipients(config: C): readonly string[];
  /** Refuses addresses that must not be called; a stable word, or null. */
  refusal(secrets: S, deps: Pick<ChannelDeps, "checkUrl">): string | null;
  deliver(send: ChannelSend<C, S>, deps: ChannelDeps): Promise<SendOutcome>;
};

/** A kind whose parts have been checked against each other; its configuration is parsed on the way in. */
export type AnyChannel = {
  id: string;
  label: string;
  parseConfig(config: unknown): Record<string, unknown>;
  parseSecrets(secrets: unknown): Record<string, unknown> | null;
  recipients(config: unknown): readonly string[];
  refusal(secrets: unknown, deps: Pick<ChannelDeps, "checkUrl">): string | null;
  deliver(send: ChannelSend<unknown, unknown>, deps: ChannelDeps): Promise<SendOutcome>;
};

export function defineChannel<C extends Record<string, unknown>, S extends Record<string, unknown> | null>(
  kind: ChannelKind<C, S>,
): AnyChannel {
  const secretsOf = (secrets: unknown): S => (kind.secrets === null ? (null as S) : kind.secrets.parse(secrets));
  return {
    id: kind.id,
    label: kind.label,
    parseConfig: (config) => kind.config.parse(config),
    parseSecrets: (secrets) => secretsOf(secrets),
    recipients: (config) => kind.recipients(kind.config.parse(config)),
    refusal: (secrets, deps) => kind.refusal(secretsOf(secrets), deps),
    deliver: (send, deps) => kind.deliver({ ...send, config: kind.config.parse(send.config), secrets: secretsOf(send.secrets) }, deps),
  };
}

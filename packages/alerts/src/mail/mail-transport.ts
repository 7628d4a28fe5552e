import { createHash } from "node:crypto";
import { createTransport } from "nodemailer";

export type Mail = { to: string; subject: string; text: string; html: string; messageId: string };

/** What the mail server said. Only its 250 counts as sent; `isPermanent` means that trying again is useless. */
export type MailResult =
  | { ok: true; status: number; response: string; durationMs: number }
  | { ok: false; status: number | null; error: string; isPermanent: boolean; response: string; durationMs: number };

export type MailTransport = { send(mail: Mail): Promise<MailResult>; close(): void };

/** Sixteen bytes that stand for a mail address in keys and Message-IDs, as hex; the address cannot be read from it. */
export function addressHash(address: string): string {
  return createHash("sha256").update(address.toLowerCase()).digest("hex").slice(0, 32);
}

/** A Message-ID that is the same each time the same message goes to the same address, so that a repeat is recognisable. */
export function messageIdFor(subjectId: string, address: string, mailFrom: string): string {
  const host = /@([a-z0-9.-]+)/i.exec(mailFrom)?.[1] ?? "upstream.invalid";
  return `<${subjectId}.${addressHash(address).slice(0, 16)}@${host}>`;
}

/** SMTP by nodemailer; without an address every mail fails with `no-mail-server` and waits for its next attempt. */
export function openMailTransport(smtpUrl: string | undefined, mailFrom: string): MailTransport {
  if (smtpUrl === undefined || smtpUrl === "") {
    const refusal: MailResult = { ok: false, status: null, error: "no-mail-server", isPermanent: false, response: "", durationMs: 0 };
    return { send: async () => refusal, close: () => undefined };
  }
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 15_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  transport.on("error", () => undefined);
  return {
    send: async (mail) => {
      const started = performance.now();
      const elapsed = () => Math.round(performance.now() - started);
      try {
        const info = await transport.sendMail({
          from: oneLine(mailFrom),
          to: oneLine(mail.to),
          subject: oneLine(mail.subject),
          messageId: oneLine(mail.messageId),
          text: mail.text,
          html: mail.html,
          headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
        });
        return { ok: true, status: statusOf(info.response) ?? 250, response: excerpt(info.response), durationMs: elapsed() };
      } catch (error) {
        return { ...failure(error), durationMs: elapsed() };
      }
    },
    close: () => transport.close(),
  };
}

function failure(error: unknown): Omit<Extract<MailResult, { ok: false }>, "durationMs"> {
  const fields = (error instanceof Error ? error : {}) as { code?: unknown; responseCode?: unknown; response?: unknown };
  const status = typeof fields.responseCode === "number" ? fields.responseCode : null;
  const code = typeof fields.code === "string" ? fields.code.toLowerCase() : "failed";
  const isPermanent = status !== null && status >= 500 && code !== "eauth";
  return {
    ok: false,
    status,
    error: code.slice(0, 80),
    isPermanent,
    response: typeof fields.response === "string" ? excerpt(fields.response) : "",
  };
}

function statusOf(response: string): number | null {
  const match = /^(\d{3})/.exec(response);
  return match?.[1] === undefined ? null : Number(match[1]);
}

function excerpt(response: string): string {
  return response
    .toWellFormed()
    .replace(/[\u0000-\u001F\u007F-\u009F]+/g, " ")
    .slice(0, 1024);
}

function oneLine(value: string): string {
  return value.replace(/[\r\n\u0000]+/g, " ").trim();
}

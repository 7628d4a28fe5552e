import type { AddressInfo } from "node:net";
import { simpleParser } from "mailparser";
import type { ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";

export type MailServer = {
  url: string;
  mails: ParsedMail[];
  /** What the server says to the next mails; undefined accepts. */
  refuseWith: (code: number | undefined) => void;
  close(): Promise<void>;
};

/** A real SMTP server on the own machine that keeps what it is sent. */
export async function startMailServer(): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  let refusal: number | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        if (refusal !== undefined) return done(Object.assign(new Error("refused"), { responseCode: refusal }));
        mails.push(mail);
        return done();
      }, done);
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuseWith: (code) => {
      refusal = code;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

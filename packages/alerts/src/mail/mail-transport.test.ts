import { expect, it } from "vitest";
import { startMailServer } from "../testing/mail-server.ts";
import { addressHash, messageIdFor, openMailTransport } from "./mail-transport.ts";

const mail = {
  to: "a@example.com",
  subject: "Hello\r\nBcc: x@example.com",
  text: "t",
  html: "<p>t</p>",
  messageId: "<a.b@upstream.health>",
};

it("gives the same message to the same address the same Message-ID, and shows no address in it", () => {
  const id = messageIdFor("alert-1", "A@Example.com", "Upstream <alerts@upstream.health>");
  expect(id).toBe(messageIdFor("alert-1", "a@example.com", "alerts@upstream.health"));
  expect(id).toBe(`<alert-1.${addressHash("a@example.com").slice(0, 16)}@upstream.health>`);
  expect(messageIdFor("alert-1", "a@example.com", "nobody")).toMatch(/@upstream\.invalid>$/);
});

it("counts only the server's 250 as sent, and marks what is refused for good", async () => {
  const server = await startMailServer();
  const transport = openMailTransport(server.url, "Upstream <alerts@upstream.health>");
  expect(await transport.send(mail)).toMatchObject({ ok: true, status: 250 });
  expect(server.mails[0]).toMatchObject({ subject: "Hello Bcc: x@example.com", messageId: "<a.b@upstream.health>" });
  expect(server.mails[0]?.headers.get("auto-submitted")).toBe("auto-generated");
  server.refuseWith(452);
  expect(await transport.send(mail)).toMatchObject({ ok: false, status: 452, isPermanent: false });
  server.refuseWith(554);
  expect(await transport.send(mail)).toMatchObject({ ok: false, status: 554, isPermanent: true });
  transport.close();
  await server.close();
});

it("says so when no server answers or none is set", async () => {
  const server = await startMailServer();
  await server.close();
  const gone = openMailTransport(server.url, "alerts@upstream.health");
  expect(await gone.send(mail)).toMatchObject({ ok: false, status: null, isPermanent: false });
  gone.close();
  const none = openMailTransport(undefined, "alerts@upstream.health");
  expect(await none.send(mail)).toMatchObject({ ok: false, error: "no-mail-server" });
  none.close();
});

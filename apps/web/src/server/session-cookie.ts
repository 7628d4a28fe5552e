import type { SessionId } from "@upstream/core";
import { createHmac, timingSafeEqual } from "node:crypto";

const shape = /^v1\.([0-9a-f-]{36})\.([\w-]{43})$/;

/** Name of the session cookie; with https it is bound to the host. */
export const sessionCookieName = (isSecure: boolean): string => (isSecure ? "__Host-upstream.session" : "upstream.session");

const mac = (secret: Buffer, sessionId: string): Buffer => createHmac("sha256", secret).update(`session:${sessionId}`).digest();

/** The cookie of a session: its id with a MAC; everything else is looked up in the database. */
export function sealSession(secret: Buffer, sessionId: SessionId): string {
  return `v1.${sessionId}.${mac(secret, sessionId).toString("base64url")}`;
}

/** The session a cookie names, if the cookie is ours. */
export function openSession(secret: Buffer, cookie: string | undefined): SessionId | undefined {
  const match = shape.exec(cookie ?? "");
  if (!match?.[1] || !match[2]) return undefined;
  const given = Buffer.from(match[2], "base64url");
  const expected = mac(secret, match[1]);
  return given.length === expected.length && timingSafeEqual(given, expected) ? (match[1] as SessionId) : undefined;
}

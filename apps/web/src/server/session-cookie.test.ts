import { newId } from "@upstream/core";
import type { SessionId } from "@upstream/core";
import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { openSession, sealSession } from "./session-cookie.ts";

describe("session cookie", () => {
  const secret = randomBytes(32);
  const id = newId<SessionId>();
  const cookie = sealSession(secret, id);

  it("opens to the session it was made for", () => {
    expect(openSession(secret, cookie)).toBe(id);
  });

  const forged: [string, string | undefined][] = [
    ["no cookie", undefined],
    ["another session's id", cookie.replace(id, newId())],
    ["an altered MAC", `${cookie.slice(0, -2)}AA`],
    ["a trailing character", `${cookie}x`],
    ["a missing version", cookie.slice(3)],
  ];
  it.each(forged)("refuses %s", (_name, value) => {
    expect(openSession(secret, value)).toBeUndefined();
  });

  it("refuses a cookie of another installation", () => {
    expect(openSession(randomBytes(32), cookie)).toBeUndefined();
  });
});

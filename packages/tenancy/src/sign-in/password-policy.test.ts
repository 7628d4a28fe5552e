import { describe, expect, it } from "vitest";
import { passwordFault } from "./password-policy.ts";

describe("passwordFault", () => {
  const cases: [string, string, ReturnType<typeof passwordFault>][] = [
    ["accepts a long phrase without digits", "correct horse battery staple", undefined],
    ["accepts letters of any script", "пароль-длинный-вечер", undefined],
    ["refuses fourteen characters", "abcdefghijklmn", "too-short"],
    ["refuses more than 128 characters", `${"ab1 ".repeat(32)}x`, "too-long"],
    ["refuses one repeated piece", "abcabcabcabcabcabc", "common"],
    ["refuses a password built on the own address", "billing-lead-2026!", "holds-own-name"],
    ["refuses a password built on the product's words", "upstreamrevenue12", "holds-own-name"],
  ];
  it.each(cases)("%s", (_name, password, expected) => {
    expect(passwordFault(password, "billing-lead@example.org")).toBe(expected);
  });
});

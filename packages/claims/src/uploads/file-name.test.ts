import { describe, expect, it } from "vitest";
import { fileNameOf } from "./file-name.ts";

describe("fileNameOf", () => {
  it.each([
    ["claims.csv", "claims.csv"],
    ["C:\\Users\\x\\claims.csv", "claims.csv"],
    ["../../etc/passwd", "passwd"],
    ["a\u0000b\u202E.csv", "ab.csv"],
    ["  ", "upload.csv"],
    ["", "upload.csv"],
    ["x".repeat(300), "x".repeat(255)],
  ])("keeps of %j only %j", (name, expected) => {
    expect(fileNameOf(name)).toBe(expected);
  });
});

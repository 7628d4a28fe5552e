import { expect, it } from "vitest";
import { localPath } from "./local-path.ts";

it.each(["/", "/northside", "/northside/alerts?status=open&page=2#top", "/a//b"])("lets %s pass", (path) => {
  expect(localPath(path)).toBe(path);
});

it.each([
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/\r//evil.example",
  "\\/evil.example",
  "javascript:alert(1)",
  "",
  " /x",
  ["/x"],
  undefined,
])("refuses %j", (path) => {
  expect(localPath(path)).toBeUndefined();
});

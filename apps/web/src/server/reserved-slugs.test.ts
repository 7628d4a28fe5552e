import { readdirSync } from "node:fs";
import { join } from "node:path";
import { reservedSlugs } from "@upstream/tenancy";
import { expect, it } from "vitest";

const app = join(import.meta.dirname, "../app");
const foldersOf = (path: string) => readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory());

it("no customer's pages can hide behind a page of the product", () => {
  const first = foldersOf(app).flatMap(({ name }) => (name.startsWith("(") ? foldersOf(join(app, name)) : [{ name }]));
  const own = first.map(({ name }) => name).filter((name) => !name.startsWith("[") && name !== "styles");
  expect(own).toContain("login");
  expect(own.filter((name) => !reservedSlugs.has(name))).toEqual([]);
});

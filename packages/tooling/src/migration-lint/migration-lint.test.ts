import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { findSquawk } from "./find-squawk.ts";

const root = resolve(import.meta.dirname, "../../../..");
const squawk = findSquawk();

function lint(sql: string): { isClean: boolean; rules: string[] } {
  const args = ["--reporter", "gcc", "--stdin-filepath", "prisma/migrations/20991231000000_later/migration.sql"];
  const { status, stdout } = spawnSync(squawk ?? "", args, { cwd: root, input: sql, encoding: "utf8" });
  return { isClean: status === 0, rules: [...stdout.matchAll(/(?:warning|error): ([a-z-]+)/g)].map(([, rule = ""]) => rule) };
}

describe.skipIf(squawk === undefined)("the lint of migrations (its program exists for Linux on x64)", () => {
  it.each([
    ["ALTER TABLE claims ADD COLUMN note text NOT NULL;", "adding-required-field"],
    ["ALTER TABLE claims RENAME COLUMN payer_id TO payer;", "renaming-column"],
    ["ALTER TABLE claims ALTER COLUMN paid_cents TYPE text;", "changing-column-type"],
    ["ALTER TABLE claims DROP COLUMN cpt;", "ban-drop-column"],
    ["CREATE INDEX claims_note ON claims (note);", "require-concurrent-index-creation"],
    ["ALTER TABLE claims ADD CONSTRAINT claims_note_check CHECK (note <> '');", "constraint-missing-not-valid"],
  ])("refuses the migration %s", (sql, rule) => {
    expect(lint(sql)).toMatchObject({ isClean: false, rules: expect.arrayContaining([rule]) });
  });

  it("lets a migration pass that running code does not notice", () => {
    expect(lint("ALTER TABLE claims ADD COLUMN note text;")).toEqual({ isClean: true, rules: [] });
  });
});

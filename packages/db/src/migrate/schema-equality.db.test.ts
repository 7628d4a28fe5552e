import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../testing/test-database.ts";
import type { TestDatabase } from "../testing/test-database.ts";
import { diffSchema } from "./diff-schema.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

describe("prisma/schema", () => {
  it("equals what the migrations make", async () => {
    expect(await diffSchema(database.adminUrl)).toContain("This is an empty migration");
  });

  it("is seen to differ when a column is added behind its back", async () => {
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    await admin.query("ALTER TABLE payer_mappings ADD COLUMN extra text");
    await admin.end();
    expect(await diffSchema(database.adminUrl)).toContain('DROP COLUMN "extra"');
  });
});

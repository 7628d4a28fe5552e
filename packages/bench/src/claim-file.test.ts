import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeClaimFile } from "./claim-file.ts";
import { readExpected } from "./read-expected.ts";

describe("a claim file of the bench", () => {
  let folder = "";
  const plan = (name: string) => ({ path: join(folder, name), rows: 2000, seed: 1, prefix: "C", from: 20_000, to: 20_099 });

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "upstream-bench-test-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("has the rows that were asked for, one in a hundred broken, from forty payers", async () => {
    expect(await writeClaimFile(plan("a.csv"))).toBe(2000);
    const { rows, accepted, byPayer } = await readExpected(join(folder, "a.csv"));
    expect([rows, accepted]).toEqual([2000, 1980]);
    expect(byPayer.length).toBeGreaterThan(30);
  });

  it("is the same again for the same seed", async () => {
    await writeClaimFile(plan("b.csv"));
    expect(readFileSync(join(folder, "b.csv"), "utf8")).toBe(readFileSync(join(folder, "a.csv"), "utf8"));
  });
});

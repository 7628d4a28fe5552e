import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readPlaywright, readVitest, sumCounts } from "./read-counts.ts";

const write = (content: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), "counts-")), "report.json");
  writeFileSync(path, content);
  return path;
};

describe("reading the runners' reports", () => {
  it("counts what vitest ran", () => {
    const path = write('{"numPassedTests":12,"numFailedTests":2,"numPendingTests":1,"numTodoTests":0}');
    expect(readVitest(path)).toEqual({ passed: 12, failed: 2, skipped: 1 });
  });

  it("counts a test that passed only at its second try as passed", () => {
    const path = write('{"stats":{"expected":5,"unexpected":1,"flaky":1,"skipped":2}}');
    expect(readPlaywright(path)).toEqual({ passed: 6, failed: 1, skipped: 2 });
  });

  it.each([
    ["is missing", "/nowhere/report.json"],
    ["is no JSON", write("oops")],
    [
      "ran nothing",
      write('{"numPassedTests":0,"numFailedTests":0,"numPendingTests":0,"stats":{"expected":0,"unexpected":0,"flaky":0,"skipped":0}}'),
    ],
  ])("fails when a report %s", (_name, path) => {
    expect(readVitest(path).failed).toBe(1);
    expect(readPlaywright(path).failed).toBe(1);
  });

  it("adds the runners up", () => {
    expect(
      sumCounts([
        { passed: 1, failed: 0, skipped: 1 },
        { passed: 2, failed: 3, skipped: 0 },
      ]),
    ).toEqual({ passed: 3, failed: 3, skipped: 1 });
  });
});

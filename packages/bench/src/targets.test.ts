import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { figures } from "./figures/index.ts";
import { readLatest } from "./results-folder.ts";
import { targets } from "./targets.ts";
import { docsFile, docsParts, fillMarkers } from "./write-docs.ts";

describe("targets", () => {
  it("has one target for each figure, in the order of measuring", () => {
    expect(figures.map(({ id }) => id)).toEqual(targets.map(({ id }) => id));
  });

  it("asks more of the goal than of the floor", () => {
    for (const { better, floor, goal } of targets) expect(better === "lower" ? goal < floor : goal > floor).toBe(true);
  });

  it("stands in the document as here, beside the accepted run", () => {
    const text = readFileSync(docsFile, "utf8");
    expect(fillMarkers(text, docsParts(readLatest()))).toBe(text);
  });

  it("refuses a document without a place for a part", () => {
    expect(() => fillMarkers("nothing", { targets: "x" })).toThrow("bench:targets");
  });
});

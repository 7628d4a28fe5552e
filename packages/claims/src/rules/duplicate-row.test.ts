import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";

describe("UNQ_ROW_IN_FILE", () => {
  it("lets the first copy of a row pass", () => {
    expect(checkCells("UNQ_ROW_IN_FILE", {})).toEqual([]);
  });

  it("flags a copy, and a twin with other values, as skipped", () => {
    expect(checkCells("UNQ_ROW_IN_FILE", {}, { sighting: "copy" })).toEqual(["claim_id copy warning"]);
    expect(checkCells("UNQ_ROW_IN_FILE", {}, { sighting: "twin" })).toEqual(["claim_id twin warning"]);
  });
});

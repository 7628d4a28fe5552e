import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";

describe("UNQ_CLAIM_IN_CUSTOMER", () => {
  it("says nothing about a new claim", () => {
    expect(checkCells("UNQ_CLAIM_IN_CUSTOMER", {})).toEqual([]);
  });

  it("records whether a known claim was updated or is unchanged", () => {
    expect(checkCells("UNQ_CLAIM_IN_CUSTOMER", {}, { sighting: "updated" })).toEqual(["claim_id updated info"]);
    expect(checkCells("UNQ_CLAIM_IN_CUSTOMER", {}, { sighting: "unchanged" })).toEqual(["claim_id unchanged info"]);
  });
});

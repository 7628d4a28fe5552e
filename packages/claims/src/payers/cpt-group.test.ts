import { describe, expect, it } from "vitest";
import { cptGrouper } from "./cpt-group.ts";

describe("cptGrouper", () => {
  const group = cptGrouper([]);

  it.each([
    ["99213", "OFFICE"],
    ["99223", "HOSPITAL"],
    ["99285", "EMERGENCY"],
    ["99490", "EVALUATION"],
    ["70450", "IMAGING"],
    ["80053", "LAB"],
    ["27447", "SURGERY"],
    ["97110", "THERAPY"],
    ["90837", "BEHAVIORAL"],
    ["93000", "MEDICINE"],
    ["00142", "ANESTHESIA"],
    ["E0601", "DME"],
    ["J1100", "DRUGS"],
    ["A0429", "TRANSPORT"],
    ["0001U", "LAB"],
    ["3044F", "OTHER"],
    ["0042T", "OTHER"],
    ["nonsense", "OTHER"],
  ])("puts %s into %s", (cpt, expected) => {
    expect(group(cpt)).toBe(expected);
  });

  it("lets the customer's own ranges decide first", () => {
    const own = cptGrouper([{ from: "99213", to: "99214", group: "MY VISITS" }]);
    expect([own("99213"), own("99214"), own("99215")]).toEqual(["MY VISITS", "MY VISITS", "OFFICE"]);
  });
});

import { describe, expect, it } from "vitest";
import { sniffDialect } from "./sniff-dialect.ts";

describe("sniffDialect", () => {
  it.each([
    ['payer,cpt,note\nA,1,"x;y;z;w"\n', ","],
    ["payer;cpt;paid\nA;1;1,50\nB;2;2,75\n", ";"],
    ["payer\tcpt\tnote\nA\t1\ta,b\n", "\t"],
    ["payer|cpt|when\nA|1|30-May-2015\n", "|"],
    ["\uFEFFpayer;cpt\nA;1", ";"],
    ["payer\nA", ","],
  ])("recognises the delimiter of %j", (sample, delimiter) => {
    expect(sniffDialect(sample)).toEqual({ delimiter, sepLine: false });
  });

  it("obeys a spreadsheet's sep= line", () => {
    expect(sniffDialect("sep=;\r\npayer;cpt\r\n")).toEqual({ delimiter: ";", sepLine: true });
  });
});

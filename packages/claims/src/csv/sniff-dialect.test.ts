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
    expect(sniffDialect(sample)).toEqual({ delimiter, sepLine: false, spareCells: 0 });
  });

  it("obeys a spreadsheet's sep= line", () => {
    expect(sniffDialect("sep=;\r\npayer;cpt\r\n")).toEqual({ delimiter: ";", sepLine: true, spareCells: 0 });
    expect(sniffDialect('"sep=;"\rpayer;cpt\rA;1;\rB;2;')).toEqual({ delimiter: ";", sepLine: true, spareCells: 1 });
  });

  it.each([
    ["payer,cpt\nA,1,\nB,2,\nC,3,\n", 1],
    ["payer,cpt\nA,1,,\nB,2,,\nC,3\n", 2],
    ["payer,cpt,\nA,1,\nB,2,\n", 0],
    ["payer,paid\nA,1,234.50\nB,2\nC,3\n", 0],
    ["payer,paid\nA,1,234.50\nB,2\n", 0],
    ["payer,paid\nA,1,234.50\n", 0],
  ])("counts the cells that most records of %j have beyond the header", (sample, spareCells) => {
    expect(sniffDialect(sample).spareCells).toBe(spareCells);
  });
});

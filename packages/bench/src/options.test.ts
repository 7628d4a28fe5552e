import { describe, expect, it } from "vitest";
import { readCommand } from "./options.ts";

describe("the command line", () => {
  it("measures everything by default, five rounds, no stored rows", () => {
    const { suite, ids, rounds, bases, rows } = readCommand([]);
    expect([suite, ids, rounds, bases, rows]).toEqual(["all", ["I1", "I5", "D5", "A1"], 5, [0], undefined]);
  });

  it("takes a suite, sizes and a choice of figures", () => {
    expect(readCommand(["ingest"]).ids).toEqual(["I1", "I5"]);
    const { ids, rows, bases, rounds } = readCommand(["--only", "i1,A1", "--rows", "20000", "--base", "0,1000000", "--quick"]);
    expect([ids, rows, bases, rounds]).toEqual([["I1", "A1"], 20_000, [0, 1_000_000], 3]);
  });

  it.each([
    [["reports"]],
    [["--only", "Z9"]],
    [["--rows", "many"]],
    [["--rounds", "0"]],
    [["--speed", "1"]],
    [["ingest", "--accept"]],
    [["--accept", "--rows", "20000"]],
  ])("refuses %j", (args) => {
    expect(() => readCommand(args)).toThrow();
  });
});

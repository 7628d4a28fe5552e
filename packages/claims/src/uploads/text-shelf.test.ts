import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TextShelf } from "./text-shelf.ts";

describe("TextShelf", () => {
  it("gives back every text, however long or many, and starts over when cleared", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 40 })), (texts) => {
        const shelf = new TextShelf(1, 8);
        for (const round of [texts, [...texts].reverse()]) {
          shelf.clear();
          for (const text of round) shelf.push(text);
          expect(round.map((_, place) => shelf.at(place))).toEqual(round);
          expect(shelf.at(round.length)).toBe("");
          expect([shelf.size, Buffer.from(shelf.bytes).toString()]).toEqual([round.length, Buffer.from(round.join("")).toString()]);
        }
      }),
    );
  });
});

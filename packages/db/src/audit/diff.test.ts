import { phiMap } from "@upstream/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diff } from "./diff.ts";

const place = { entity: "test-thing", digestKey: Buffer.alloc(32, 1) };

describe("diff", () => {
  beforeAll(() => {
    phiMap["test_things"] = { member_id: "phi", token: "secret", city: "quasi" };
  });
  afterAll(() => {
    delete phiMap["test_things"];
  });

  const cases = [
    { name: "nothing when nothing changed", before: { a: 1, at: new Date(0) }, after: { a: 1, at: new Date(0) }, expected: {} },
    { name: "both values of a changed field", before: { a: 1 }, after: { a: 2 }, expected: { a: { from: 1, to: 2 } } },
    { name: "null for a field that was not there", before: {}, after: { a: 1 }, expected: { a: { from: null, to: 1 } } },
    { name: "null for a field that is gone", before: { a: 1 }, after: {}, expected: { a: { from: 1, to: null } } },
    {
      name: "moments as ISO text",
      before: { at: new Date(0) },
      after: { at: new Date(1) },
      expected: { at: { from: "1970-01-01T00:00:00.000Z", to: "1970-01-01T00:00:00.001Z" } },
    },
    {
      name: "nested values",
      before: { scope: { payers: ["a"] } },
      after: { scope: { payers: ["b"] } },
      expected: { scope: { from: { payers: ["a"] }, to: { payers: ["b"] } } },
    },
    { name: "quasi-identifiers as they are", before: { city: "A" }, after: { city: "B" }, expected: { city: { from: "A", to: "B" } } },
  ];
  it.each(cases)("shows $name", ({ before, after, expected }) => {
    expect(diff(place, before, after)).toEqual(expected);
  });

  it("shows of phi and secrets only that they changed", () => {
    const changes = diff(place, { memberId: "M1", token: null }, { memberId: "M2", token: "t" });
    expect(JSON.stringify(changes)).not.toMatch(/M1|M2|"t"/);
    expect(changes).toEqual({
      memberId: { from: expect.stringMatching(/^hmac:/), to: expect.stringMatching(/^hmac:/) },
      token: { from: null, to: expect.stringMatching(/^hmac:/) },
    });
  });
});

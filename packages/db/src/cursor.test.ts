import { describe, expect, it } from "vitest";
import { openCursor, sealCursor } from "./cursor.ts";

const customer = (owner: string, fill = 7) => ({ owner, root: Buffer.alloc(32, fill) });
const place = ["2026-01-02", "018f0000-0000-7000-8000-000000000001"];

describe("cursors", () => {
  it("give back what was sealed", () => {
    const token = sealCursor(customer("a"), "claims", place);
    expect(openCursor(customer("a"), "claims", token)).toEqual(place);
  });

  it("show nothing of the place and never look alike", () => {
    const tokens = [sealCursor(customer("a"), "claims", place), sealCursor(customer("a"), "claims", place)];
    expect(tokens[0]).not.toBe(tokens[1]);
    expect(Buffer.from(tokens[0] ?? "", "base64url").toString("latin1")).not.toContain("2026-01-02");
  });

  const token = sealCursor(customer("a"), "claims", place);
  const flipped = Buffer.from(token, "base64url");
  flipped[20] = (flipped[20] ?? 0) ^ 1;
  const cases = [
    { name: "another customer", open: () => openCursor(customer("b"), "claims", token) },
    { name: "another key", open: () => openCursor(customer("a", 8), "claims", token) },
    { name: "another query", open: () => openCursor(customer("a"), "uploads", token) },
    { name: "an altered byte", open: () => openCursor(customer("a"), "claims", flipped.toString("base64url")) },
    { name: "a cut token", open: () => openCursor(customer("a"), "claims", token.slice(0, 12)) },
    { name: "a padded token", open: () => openCursor(customer("a"), "claims", `${token}=`) },
    { name: "nonsense", open: () => openCursor(customer("a"), "claims", "not a cursor") },
    { name: "nothing", open: () => openCursor(customer("a"), "claims", "") },
  ];
  it.each(cases)("are refused with $name", ({ open }) => {
    expect(open).toThrow(
      expect.objectContaining({ code: "INVALID", detail: { errors: [expect.objectContaining({ pointer: "/cursor" })] } }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { actionName, actorText, payloadFields } from "./audit-words.ts";

describe("audit entries", () => {
  it("names the product's own work and people who have left", () => {
    expect(actorText("workflow:scan-drift")).toBe("Upstream, scan drift");
    expect(actorText("user:01a2126a")).toBe("A former member");
  });

  it("names an action in words", () => {
    expect(actionName("alert.acknowledge")).toBe("Alert acknowledged");
    expect(actionName("api-key.revoke")).toBe("Api key revoked");
    expect(actionName("phi.reveal")).toBe("Patient data revealed");
    expect(actionName("auth.refresh_reuse")).toBe("Used token refused");
    expect(actionName("claims.reckon")).toBe("Claims reckon");
  });

  it("shows before and after of every field that changed", () => {
    expect(payloadFields({ before: { role: "viewer" }, after: { role: "analyst" } })).toEqual([
      { name: "role", before: "viewer", after: "analyst" },
    ]);
    expect(payloadFields({ role: { before: "viewer", after: "analyst" } })).toEqual([{ name: "role", before: "viewer", after: "analyst" }]);
  });

  it("shows plain values as what was written", () => {
    expect(payloadFields({ count: 3, name: "B" })).toEqual([
      { name: "count", before: null, after: "3" },
      { name: "name", before: null, after: "B" },
    ]);
  });
});

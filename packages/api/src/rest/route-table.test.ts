import { describe, expect, it } from "vitest";
import { createRouteTable } from "./route-table.ts";

function sampleTable() {
  const table = createRouteTable<string>();
  table.add("GET", "/alerts/{alertId}", "get");
  table.add("PATCH", "/alerts/{alertId}", "update");
  table.add("GET", "/alerts/suppressed", "suppressed");
  table.add("POST", "/alerts/{alertId}/acknowledge", "acknowledge");
  table.add("GET", "/alerts", "list");
  return table;
}

describe("route table", () => {
  const table = sampleTable();

  it("prefers a literal segment to a parameter, whatever was declared first", () => {
    expect(table.match("GET", "/alerts/suppressed")).toMatchObject({ kind: "found", route: "suppressed" });
    expect(table.match("GET", "/alerts/abc")).toMatchObject({ kind: "found", route: "get" });
  });

  it("answers a wrong method with every method that would be right", () => {
    expect(table.match("DELETE", "/alerts/abc")).toEqual({ kind: "wrong-method", allow: "GET, HEAD, OPTIONS, PATCH" });
    expect(table.match("PATCH", "/alerts/suppressed")).toEqual({ kind: "wrong-method", allow: "GET, HEAD, OPTIONS" });
  });

  it("answers HEAD where it answers GET, and nowhere else", () => {
    expect(table.match("HEAD", "/alerts")).toMatchObject({ kind: "found", route: "list" });
    expect(table.match("HEAD", "/alerts/abc/acknowledge")).toMatchObject({ kind: "wrong-method" });
    expect(table.match("HEAD", "/nope")).toEqual({ kind: "none" });
  });

  it("answers OPTIONS with the allowed methods", () => {
    expect(table.match("OPTIONS", "/alerts")).toEqual({ kind: "options", allow: "GET, HEAD, OPTIONS" });
    expect(table.match("OPTIONS", "/nope")).toEqual({ kind: "none" });
  });

  it("decodes a parameter once", () => {
    const match = table.match("GET", "/alerts/a%2520b");
    expect(match.kind === "found" && match.parameters.get("alertId")).toBe("a%20b");
  });

  it.each([
    "/alerts/a%2Fb",
    "/alerts/a%00b",
    "/alerts/a%5Cb",
    "/alerts/%ff",
    "/alerts/%",
    "/alerts/",
    "/alerts//acknowledge",
    "/Alerts",
    "/alerts/abc/acknowledge/",
    "/alerts/%0A",
  ])("finds nothing at %s", (path) => {
    expect(table.match("GET", path)).toEqual({ kind: "none" });
  });

  it("finds nothing under names of the object prototype", () => {
    for (const path of ["/__proto__", "/constructor", "/toString", "/alerts/abc/__proto__"])
      expect(table.match("GET", path).kind).toBe("none");
  });

  it("refuses two routes for one address, and two names for one parameter", () => {
    expect(() => table.add("GET", "/alerts", "again")).toThrow("Two routes");
    expect(() => table.add("GET", "/alerts/{id}", "again")).toThrow("Two names");
  });
});

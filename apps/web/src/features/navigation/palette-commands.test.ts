import { describe, expect, it } from "vitest";
import type { FrameView } from "./frame-view.ts";
import { keyCommands, matchCommands, standingCommands, type Command } from "./palette-commands.ts";

const frame = { customer: { slug: "cedar", name: "Cedar" }, permissions: ["customer:read", "alerts:read"] } as unknown as FrameView;
const ways = { go: () => undefined, lookAgain: () => undefined, switchTheme: () => undefined };
const command = (group: string, name: string): Command => ({ id: name, group, name, icon: "", run: () => undefined });
const names = (list: readonly Command[]) => list.map((each) => each.name);

describe("command palette", () => {
  it("offers the pages and deeds of the role and no others", () => {
    expect(names(standingCommands(frame, ways))).toEqual(["Overview", "Alerts", "Settings", "Switch theme"]);
    const analyst = { ...frame, permissions: [...frame.permissions, "uploads:write", "drift:write"] } as unknown as FrameView;
    expect(names(standingCommands(analyst, ways))).toContain("Look again");
  });

  it("finds by every word in any order and puts names that begin with the text first", () => {
    const others = [
      command("Payers", "Union Aster"),
      command("Payers", "Aster Health Plan"),
      command("Payers", "Aster Health Plan, Imaging"),
    ];
    expect(names(matchCommands([], others, "aster"))).toEqual(["Aster Health Plan", "Aster Health Plan, Imaging", "Union Aster"]);
    expect(names(matchCommands([], others, "imaging aster"))).toEqual(["Aster Health Plan, Imaging"]);
  });

  it("shows open alerts and the standing commands before anything is typed", () => {
    const others = [command("Open alerts", "Aster"), command("Files", "week.csv")];
    expect(names(matchCommands([command("Go to", "Claims")], others, " "))).toEqual(["Aster", "Claims"]);
  });

  it("turns the keys of the page into commands, each deed once", () => {
    const bindings = [
      { keys: "j", does: "Next alert", run: () => undefined },
      { keys: "down", does: "Next alert", run: () => undefined },
    ];
    const groups = [
      { name: "Go to", bindings: [{ keys: "g a", does: "Alerts", run: () => undefined }] },
      { name: "Alerts", bindings },
    ];
    expect(keyCommands(groups)).toMatchObject([{ name: "Next alert", group: "On this page" }]);
  });
});

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const regular = [
  "arrow-clockwise",
  "arrow-down",
  "arrow-square-out",
  "arrow-u-down-left",
  "arrows-clockwise",
  "bell",
  "bell-slash",
  "bookmark-simple",
  "buildings",
  "calendar-blank",
  "caret-down",
  "caret-right",
  "caret-up",
  "caret-up-down",
  "check",
  "clock",
  "clock-counter-clockwise",
  "columns",
  "copy",
  "dots-three",
  "download-simple",
  "envelope-simple",
  "eye",
  "faders-horizontal",
  "file-csv",
  "file-text",
  "file-x",
  "fingerprint",
  "funnel-simple",
  "gear-six",
  "info",
  "key",
  "keyboard",
  "link-simple",
  "list",
  "list-bullets",
  "list-checks",
  "lock-simple",
  "magnifying-glass",
  "moon",
  "paper-plane-tilt",
  "pause",
  "play",
  "plus",
  "seal-check",
  "shield-check",
  "sign-out",
  "sort-descending",
  "squares-four",
  "sun",
  "table",
  "trash",
  "trend-down",
  "trend-up",
  "upload-simple",
  "user",
  "users",
  "warning",
  "warning-circle",
  "wave-sine",
  "webhooks-logo",
  "x",
];
const fill = ["bell", "check-circle", "clock-countdown", "squares-four", "upload-simple", "warning", "warning-circle", "x-circle"];

const here = dirname(fileURLToPath(import.meta.url));
const assets = join(dirname(fileURLToPath(import.meta.resolve("@phosphor-icons/core"))), "..", "assets");

function pathOf(style: "regular" | "fill", name: string): string {
  const svg = readFileSync(join(assets, style, `${name}${style === "fill" ? "-fill" : ""}.svg`), "utf8");
  const paths = [...svg.matchAll(/ d="([^"]+)"/g)].map((match) => match[1]);
  if (paths.length !== 1) throw new Error(`${name} has ${paths.length} paths, one was expected`);
  return paths[0] ?? "";
}

/** `bell-slash` becomes `iconBellSlash`. */
function exportName(name: string): string {
  return `icon${name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;
}

function line(style: "regular" | "fill", name: string): string {
  return `export const ${exportName(style === "fill" ? `${name}-fill` : name)} = "${pathOf(style, name)}";`;
}

writeFileSync(
  join(here, "icon-paths.ts"),
  `${[...regular.map((name) => line("regular", name)), ...fill.map((name) => line("fill", name))].join("\n")}\n`,
);

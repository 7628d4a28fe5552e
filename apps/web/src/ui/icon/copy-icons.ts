import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const regular = [
  "arrow-down",
  "arrow-u-down-left",
  "arrows-clockwise",
  "bell",
  "bell-slash",
  "calendar-blank",
  "caret-down",
  "caret-right",
  "caret-up",
  "caret-up-down",
  "check",
  "clock",
  "clock-counter-clockwise",
  "download-simple",
  "eye",
  "faders-horizontal",
  "file-csv",
  "fingerprint",
  "gear-six",
  "info",
  "keyboard",
  "list",
  "list-bullets",
  "list-checks",
  "magnifying-glass",
  "moon",
  "paper-plane-tilt",
  "plus",
  "shield-check",
  "sign-out",
  "sort-descending",
  "squares-four",
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
const fill = ["bell", "check-circle", "squares-four", "upload-simple", "warning", "warning-circle", "x-circle"];

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

// One file each: the bundler ships a module whole, and a page needs three icons, not seventy.
function copy(style: "regular" | "fill", name: string): void {
  const file = style === "fill" ? `${name}-fill` : name;
  writeFileSync(join(here, "paths", `${file}.ts`), `export const ${exportName(file)} = "${pathOf(style, name)}";\n`);
}

rmSync(join(here, "paths"), { recursive: true, force: true });
mkdirSync(join(here, "paths"));
for (const name of regular) copy("regular", name);
for (const name of fill) copy("fill", name);

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Oklch = { l: number; c: number; h: number };
type Theme = "light" | "dark";

const css = readFileSync(new URL("../app/styles/tokens.css", import.meta.url), "utf8");
const triple = String.raw`oklch\(([\d.]+) ([\d.]+)(?: ([\d.]+))?\)`;

function readTokens(theme: Theme): Map<string, Oklch> {
  const tokens = new Map<string, Oklch>();
  for (const match of css.matchAll(new RegExp(String.raw`--([\w-]+):\s+light-dark\(${triple}, ${triple}\)`, "g"))) {
    const [l, c, h] = theme === "light" ? [match[2], match[3], match[4]] : [match[5], match[6], match[7]];
    tokens.set(match[1] ?? "", { l: Number(l), c: Number(c), h: Number(h ?? 0) });
  }
  return tokens;
}

/** Relative luminance (WCAG 2.2) of an OKLCH color, clipped to sRGB. */
function luminance({ l, c, h }: Oklch): number {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  const red = clip(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short);
  const green = clip(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short);
  const blue = clip(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(first: Oklch, second: Oklch): number {
  const [high, low] = [luminance(first), luminance(second)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const surfaces = ["canvas", "surface", "raised", "sunken", "hover"];
const severities = ["critical", "high", "medium", "low", "good"];

describe.each<Theme>(["light", "dark"])("contrast of the %s tokens", (theme) => {
  const tokens = readTokens(theme);
  const ratio = (first: string, second: string) => {
    const [one, two] = [tokens.get(first), tokens.get(second)];
    if (!one || !two) throw new Error(`No token ${one ? second : first}`);
    return contrast(one, two);
  };
  const worst = (name: string, on: string[]) => Math.min(...on.map((surface) => ratio(name, surface)));

  it("keeps text at 4.5 to 1 or more on every surface", () => {
    for (const name of ["text", "text-muted", "text-faint", "accent-text"]) {
      expect(worst(name, surfaces), name).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("keeps severity words readable on surfaces and on their own tint", () => {
    for (const name of severities) expect(worst(name, [...surfaces, `${name}-tint`]), name).toBeGreaterThanOrEqual(4.5);
  });

  it("keeps text readable on buttons, heat cells and chips", () => {
    expect(ratio("on-ink", "ink")).toBeGreaterThanOrEqual(4.5);
    expect(ratio("on-critical", "critical-solid")).toBeGreaterThanOrEqual(4.5);
    expect(ratio("on-heat-4", "heat-harm-4")).toBeGreaterThanOrEqual(4.5);
    for (const heat of ["heat-harm-2", "heat-harm-3", "heat-good-2", "heat-good-3"])
      expect(ratio("text", heat), heat).toBeGreaterThanOrEqual(4.5);
    expect(ratio("accent-text", "accent-tint")).toBeGreaterThanOrEqual(4.5);
    expect(ratio("text", "selected")).toBeGreaterThanOrEqual(4.5);
  });

  it("keeps marks, focus and the edges of inputs at 3 to 1 or more", () => {
    for (const name of ["control", "focus", "chart-now"]) expect(worst(name, surfaces), name).toBeGreaterThanOrEqual(3);
    expect(ratio("chart-now", "chart-band")).toBeGreaterThanOrEqual(3);
  });
});

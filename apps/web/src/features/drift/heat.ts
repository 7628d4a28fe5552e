import type { HeatCell } from "../../ui/heat-map.tsx";

type HeatSteps = readonly [number, number, number];

/** Edges of the heat steps in the unit of the signal: 2, 4 and 8 points for rates, 2, 5 and 10 days. */
const steps: Record<"rate" | "days", HeatSteps> = { rate: [0.02, 0.04, 0.08], days: [2, 5, 10] };

/** The color of a cell: none unless the interval excludes "no change"; `worse` is the direction that harms. */
export function heatOf(unit: "rate" | "days", change: { effect: number; low: number; high: number }, worse: 1 | -1): HeatCell["heat"] {
  const { effect, low, high } = change;
  if (low <= 0 && high >= 0) return null;
  const [small, medium, large] = steps[unit];
  const harm = effect * worse;
  if (harm >= large) return "h4";
  if (harm >= medium) return "h3";
  if (harm >= small) return "h2";
  if (harm <= -medium) return "g3";
  return harm <= -small ? "g2" : null;
}

/** Words of the steps for the legend. */
export function heatLegend(unit: "rate" | "days"): { heat: NonNullable<HeatCell["heat"]> | null; text: string }[] {
  const [small, medium, large] = unit === "rate" ? [2, 4, 8] : [2, 5, 10];
  return [
    { heat: "g3", text: `${medium}+ less` },
    { heat: "g2", text: `${small}+ less` },
    { heat: null, text: "no clear change" },
    { heat: "h2", text: `${small}+ more` },
    { heat: "h3", text: `${medium}+` },
    { heat: "h4", text: `${large}+` },
  ];
}

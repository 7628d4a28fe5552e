import { boundedCache } from "../csv/clean-text.ts";

type Range = readonly [from: string, to: string, group: string];

/** Default groups by code range (CPT sections and HCPCS level II letters), the narrower range first. */
const defaults: readonly Range[] = [
  ["00100", "01999", "ANESTHESIA"],
  ["10004", "69990", "SURGERY"],
  ["70010", "79999", "IMAGING"],
  ["80047", "89398", "LAB"],
  ["90785", "90899", "BEHAVIORAL"],
  ["92507", "92526", "THERAPY"],
  ["96105", "96171", "BEHAVIORAL"],
  ["97010", "97799", "THERAPY"],
  ["90281", "99199", "MEDICINE"],
  ["99202", "99215", "OFFICE"],
  ["99217", "99239", "HOSPITAL"],
  ["99241", "99245", "OFFICE"],
  ["99251", "99255", "HOSPITAL"],
  ["99281", "99288", "EMERGENCY"],
  ["99381", "99429", "OFFICE"],
  ["99201", "99499", "EVALUATION"],
  ["99500", "99607", "MEDICINE"],
  ["A0000", "A0999", "TRANSPORT"],
  ["A1000", "A9999", "DME"],
  ["B0000", "B9999", "DME"],
  ["D0000", "D9999", "DENTAL"],
  ["E0000", "E9999", "DME"],
  ["G0000", "G9999", "MEDICINE"],
  ["H0000", "H9999", "BEHAVIORAL"],
  ["J0000", "J9999", "DRUGS"],
  ["K0000", "L9999", "DME"],
  ["P0000", "P9999", "LAB"],
  ["Q0000", "Q9999", "DRUGS"],
  ["R0000", "R9999", "IMAGING"],
  ["V0000", "V9999", "VISION"],
];

function groupOf(cpt: string, ranges: readonly Range[]): string | undefined {
  return ranges.find(([from, to]) => cpt.length === from.length && cpt >= from && cpt <= to)?.[2];
}

function defaultGroup(cpt: string): string {
  if (/^\d{5}$/.test(cpt) || /^[A-V]\d{4}$/.test(cpt)) return groupOf(cpt, defaults) ?? "OTHER";
  return /^\d{4}[UM]$/.test(cpt) ? "LAB" : /^\d{4}A$/.test(cpt) ? "MEDICINE" : "OTHER";
}

/** Finds a procedure's group: the customer's own ranges first, then the default by code range. */
export function cptGrouper(own: readonly { from: string; to: string; group: string }[]): (cpt: string) => string {
  const ranges = own.map(({ from, to, group }): Range => [from, to, group]);
  return boundedCache(8192, (cpt) => groupOf(cpt, ranges) ?? defaultGroup(cpt));
}

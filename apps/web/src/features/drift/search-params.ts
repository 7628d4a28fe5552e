import { createLoader, parseAsString } from "nuqs/server";

/** What the address of the drift explorer says; an absent group of a chosen payer means all groups. */
export const driftParams = {
  signal: parseAsString.withDefault("DENIAL_RATE"),
  payer: parseAsString,
  group: parseAsString,
};

export const loadDriftParams = createLoader(driftParams);
export type DriftParams = Awaited<ReturnType<typeof loadDriftParams>>;

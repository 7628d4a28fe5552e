export const outcomes = ["paid", "denied", "pending", "reversed", "other"] as const;
export type Outcome = (typeof outcomes)[number];

/** An outcome of the API, in whatever case, as the console shows it. */
export function outcomeOf(text: string): Outcome {
  return outcomes.find((known) => known === text.toLowerCase()) ?? "other";
}

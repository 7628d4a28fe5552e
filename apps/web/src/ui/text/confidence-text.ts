/** Share of findings that were real, by the confidence they carried, least confidence first (benchmark of the drift method). */
const steps = [
  { from: 0.1, words: "3 in 10" },
  { from: 0.3, words: "half" },
  { from: 0.6, words: "7 in 10" },
  { from: 0.9, words: "99 in 100" },
] as const;

/** How sure a finding is, as what became of findings like it; null where too few like it are known. */
export function confidenceText(confidence: number | null): string | null {
  const step = confidence === null ? undefined : steps.findLast(({ from }) => confidence >= from);
  return step === undefined ? null : `About ${step.words} ${step.words === "half" ? "of the " : ""}findings like this are real`;
}

import type { Sentence } from "../page-sentence.tsx";

const facts =
  /(\$[\d,]+(?:\.\d+)?(?: a month)?|\d[\d,]*(?:\.\d+)?%|\d[\d,]*(?:\.\d+)? (?:points|days|business days)(?: (?:more|less|longer|shorter))?)/;

/** Puts amounts, rates and differences of a finished sentence in full ink; intervals in brackets stay muted. */
export function emphasize(text: string): Sentence {
  return text
    .split(/(\([^)]*\))/)
    .flatMap((piece) => (piece.startsWith("(") ? [piece] : piece.split(facts).map((part, index) => (index % 2 === 1 ? { b: part } : part))))
    .filter((part) => part !== "");
}

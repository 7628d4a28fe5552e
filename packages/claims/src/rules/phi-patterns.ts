import { personSpans } from "./person-name.ts";

/** Which pattern of a person's data matched; this word is all that is kept of a match. */
export type PhiPattern = "ssn" | "phone" | "email" | "mrn" | "dob" | "name";

type Span = { pattern: PhiPattern; at: number; length: number };

const date =
  "(?:\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})|\\d{4}-\\d{1,2}-\\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \\d{1,2},? \\d{4}|\\d{1,2}[- ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[- ]\\d{2,4})";
const referenceBefore =
  /(?:ref|reference|claim|icn|tcn|dcn|pcn|auth|authorization|check|trace|eft|npi|tin|ein|tax id|case|ticket|invoice|policy|group)(?: ?(?:no|number|num|id|#))?\.?[:# ]*$/iu;
const dateBefore =
  /(?:dos|service|serviced|effective|received|submitted|denied|paid|processed|dated?|termed|terminated|termination|from|to|thru|through|until|by|before|after|on|as of|since|expired?|filed|adjudicated)[: ]*$/iu;

const patterns: readonly { pattern: PhiPattern; expression: RegExp; unlessAfter?: RegExp }[] = [
  { pattern: "email", expression: /(?<![A-Z0-9._%+-])[A-Z0-9._%+-]{1,64}@[A-Z0-9-]+(?:\.[A-Z0-9-]+)+/giu },
  { pattern: "ssn", expression: /(?<![\d-])\d{3}[- ]\d{2}[- ]\d{4}(?![\d-])/gu },
  {
    pattern: "ssn",
    expression: /\b(?:ssn|social security(?: (?:no|number))?)\b(?: ending(?: in)?| last (?:4|four))?[:# .]*[\dX*-]{4,11}/giu,
  },
  { pattern: "ssn", expression: /(?<![\d.$,-])\d{9}(?![\d.,-])/gu, unlessAfter: referenceBefore },
  {
    pattern: "phone",
    expression:
      /(?<![\d-])(?:\+?1[ .-]?)?(?:\((?!8(?:00|33|44|55|66|77|88))\d{3}\) ?|(?!8(?:00|33|44|55|66|77|88))[2-9]\d{2}[ .-])\d{3}[ .-]\d{4}(?![\d-])/gu,
  },
  {
    pattern: "phone",
    expression: /\b(?:ph|phone|tel|telephone|fax|cell|mobile|call)\b[:#. ]*(?:\+?1[ .-]?)?(?!8(?:00|33|44|55|66|77|88))[2-9]\d{9}(?!\d)/giu,
  },
  { pattern: "phone", expression: /^(?!8(?:00|33|44|55|66|77|88))[2-9]\d{9}$/gu },
  { pattern: "mrn", expression: /\b(?:mrn|medical record(?: (?:no|number|num|#))?|chart (?:no|number|#))[:# .]*[A-Z]{0,3}-?\d{3,}/giu },
  { pattern: "mrn", expression: /(?<![A-Z0-9])[A-Z]{2}\d{6}(?![A-Z0-9])/gu, unlessAfter: referenceBefore },
  {
    pattern: "dob",
    expression: new RegExp(
      `\\b(?:dob|d\\.o\\.b\\.?|date of birth|birth ?date|birthday|born(?: on)?|b-?day)(?: is)?[: #.-]*(?:${date}|\\d{6}(?:\\d{2})?(?!\\d))`,
      "giu",
    ),
  },
  { pattern: "dob", expression: new RegExp(`(?<![\\d/.-])${date}(?![\\d/]|-\\d)`, "giu"), unlessAfter: dateBefore },
];

function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  for (const { pattern, expression, unlessAfter } of patterns) {
    for (const match of text.matchAll(expression)) {
      if (unlessAfter?.test(text.slice(Math.max(0, match.index - 40), match.index))) continue;
      spans.push({ pattern, at: match.index, length: match[0].length });
    }
  }
  return spans;
}

const suspicious = /\d{3}|@|\b(?:born|dob|ssn|mrn|birth)/iu;

/** The first number-like pattern (not a name) in a text. */
export function numberPattern(text: string): PhiPattern | null {
  return suspicious.test(text) ? (spansOf(text)[0]?.pattern ?? null) : null;
}

/** Everything in a running text that looks like a person's data, in reading order. */
export function phiSpans(text: string): Span[] {
  const numbers = suspicious.test(text) ? spansOf(text) : [];
  const names = personSpans(text).map((span) => ({ pattern: "name" as const, ...span }));
  return [...numbers, ...names].sort((a, b) => a.at - b.at || b.length - a.length);
}

/** The text with every such stretch replaced by the word for its pattern. */
export function redactPhi(text: string): string {
  let out = "";
  let from = 0;
  for (const span of phiSpans(text)) {
    if (span.at < from) {
      from = Math.max(from, span.at + span.length);
      continue;
    }
    out += `${text.slice(from, span.at)}[${span.pattern} removed]`;
    from = span.at + span.length;
  }
  return out + text.slice(from);
}

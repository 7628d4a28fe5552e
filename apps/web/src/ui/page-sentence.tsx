import { Fragment } from "react";

/** A sentence as parts; strings are connecting words, `{ b }` are the facts. */
export type Sentence = readonly (string | { b: string })[];

/** The sentence in plain text, for titles and speech. */
export function sentenceText(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === "string" ? part : part.b)).join("");
}

/** The first words of every page: connecting words muted, facts in full ink. */
export function PageSentence({ sentence }: { sentence: Sentence }) {
  return (
    <p className="sentence">
      {sentence.map((part, index) => (
        <Fragment key={index}>{typeof part === "string" ? part : <b>{part.b}</b>}</Fragment>
      ))}
    </p>
  );
}

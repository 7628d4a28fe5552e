import { givenNames, wordLikeNames } from "./given-names.ts";
import { knownPayers, organisationWords } from "./known-payers.ts";
import { payerKey } from "./payer-key.ts";
import { surnames, wordLikeSurnames } from "./surnames.ts";

const word = "[\\p{L}][\\p{L}\\p{M}'’.-]*";
const titled = /^(?:mr|mrs|ms|miss|mx|dr|prof)\.? /iu;
const suffixed = /[ ,](?:jr|sr|ii|iii|iv)\.?$/iu;
const credentials = /,? (?:md|do|rn|np|dds|dpm|lcsw|phd)\.?$/iu;
const lastFirst = new RegExp(`^${word}(?: ${word}){0,2} ?, ?${word}(?: ${word})?$`, "u");
const lastInitial = new RegExp(`^${word} \\p{L}\\.?$`, "u");
const saintly = /^(?:st|saint|san|santa|mount|fort)\.? [^,]+$/iu;
const middleInitial = new RegExp(`^${word} \\p{L}\\.? ${word}$`, "u");
const spelledSurname = /^(?:[Oo]['’][\p{L}]{2,}|D['’][\p{L}]{2,}|Mc[\p{L}]{3,}|MC[\p{L}]{3,})$/u;

const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[.'’]/g, "");
const isGiven = (text: string) =>
  fold(text)
    .split("-")
    .some((part) => givenNames.has(part));
const isSurname = (text: string) =>
  spelledSurname.test(text) ||
  fold(text)
    .split("-")
    .some((part) => surnames.has(part));

/** Whether a name is that of a known payer or organisation: it, its first one or two words, or any organisation word says so. */
export function isOrganisation(name: string): boolean {
  const key = payerKey(name);
  if (knownPayers.has(key)) return true;
  const words = key.split(" ");
  if (words.some((part) => organisationWords.has(part)) || /[\p{L}]['’]s(?: |$)/iu.test(name) || /[&/]/.test(name) || saintly.test(name))
    return true;
  const first = words[0] ?? "";
  if (knownPayers.has(`${first} ${words[1] ?? ""}`)) return true;
  return knownPayers.has(first) && !givenNames.has(first) && !surnames.has(first);
}

const plainWord = /^[\p{L}\p{M}'’.-]+$/u;

/** Whether two to four plain words, without titles, name a person: by their form, or by what the first and last are known for. */
function readsAsName(bare: string, words: readonly string[]): boolean {
  const first = words[0] ?? "";
  const last = words.at(-1) ?? "";
  if (lastFirst.test(bare)) return true;
  if (lastInitial.test(bare)) return isSurname(first) || isGiven(first);
  if (middleInitial.test(bare)) return isGiven(first) || isSurname(last);
  return isGiven(first) || isSurname(last) || (isSurname(first) && isGiven(last));
}

/** Whether a whole cell reads like a person's name, in any case and in either order. */
export function isPersonName(text: string): boolean {
  const bare = text.replace(credentials, "").replace(titled, "").replace(suffixed, "").trim();
  const words = bare.split(/[ ,]+/).filter((part) => part !== "");
  if (words.length === 0 || words.length > 4 || !words.every((part) => plainWord.test(part))) return false;
  if (titled.test(text)) return true;
  return words.length > 1 && (readsAsName(bare, words) || suffixed.test(text));
}

const labelled = new RegExp(
  `\\b(?:patient|pt|member|subscriber|insured|beneficiary|dependent|guarantor|spouse|wife|husband|son|daughter|mother|father|baby (?:girl|boy)|mr|mrs|ms|miss)\\b\\.?( name)?(?: is)?[:# ]+(${word}(?:,? ${word}){0,2})`,
  "giu",
);
const pair = new RegExp(`(?<![\\p{L}'’-])(\\p{Lu}[\\p{L}\\p{M}'’-]+)(,?) ((?:\\p{Lu}\\.? )?\\p{Lu}[\\p{L}\\p{M}'’-]+)(?![\\p{L}])`, "gu");

const smallPair = /(?<![\p{L}'’-])(\p{Ll}[\p{L}'’-]+)(?= (\p{Ll}[\p{L}'’-]+))/gu;

const isTitleCase = (text: string) => /^\p{Lu}\p{Ll}/u.test(text);
const capitalised = (text: string) => /^\p{Lu}/u.test(text);

function namesAPerson(first: string, last: string, comma: boolean): boolean {
  const tail = last.split(" ").at(-1) ?? last;
  if (isOrganisation(`${first} ${tail}`)) return false;
  if (comma) return isReversedName(first, tail, "either") || (isPlainGiven(tail) && !ordinary.has(fold(first)));
  if (isGiven(first) && isSurname(tail)) return true;
  if (isPlainGiven(first)) return !ordinary.has(fold(tail));
  return isReversedName(first, tail, "both");
}

/** A given name that is no ordinary word. */
const isPlainGiven = (text: string) => isGiven(text) && !wordLikeNames.has(fold(text));

/** Surname before given name; `needed` says whether one of the two must be no ordinary word, or both. */
function isReversedName(surname: string, given: string, needed: "either" | "both"): boolean {
  if (!isSurname(surname) || !isGiven(given)) return false;
  const [isSurnameWord, isGivenWord] = [wordLikeSurnames.has(fold(surname)), wordLikeNames.has(fold(given))];
  return needed === "either" ? !(isSurnameWord && isGivenWord) : !isSurnameWord && !isGivenWord;
}

const ordinary = new Set(
  "and or is was has had did does not denied paid claim claims service services procedure code date number missing invalid form review auth authorization pending required requires records record appeal notes note see per for with from to the a an at in on id".split(
    " ",
  ),
);

/** Characters of a text from its `word`-th word on, the space before it included. */
function lengthFrom(text: string, word: number): number {
  let at = 0;
  for (let passed = 0; passed < word; passed += 1) at = text.indexOf(" ", at + (passed > 0 ? 1 : 0));
  return text.length - Math.max(0, at);
}

type Span = { at: number; length: number };

/** The name after a label such as `patient:`, when it is one. */
function labelledSpan(match: RegExpExecArray): Span | undefined {
  const listed = match[2] ?? "";
  const words = listed.split(/,? /);
  const end = words.findIndex((part) => ordinary.has(fold(part)));
  if (end >= 0) words.length = end;
  const name = end < 0 ? listed : listed.slice(0, listed.length - lengthFrom(listed, end));
  const first = words[0] ?? "";
  const isNamed = match[1] !== undefined && words.length > 1 && words.slice(0, 2).every(isTitleCase);
  const isName = isNamed || isGiven(first) || (isSurname(first) && (words.length > 1 || capitalised(first)));
  if (!isName || ordinary.has(fold(first)) || isOrganisation(name)) return undefined;
  return { at: match.index + match[0].length - listed.length, length: name.length };
}

/** A given name before a surname in small letters, where neither is an ordinary word. */
function smallSpan(match: RegExpExecArray): Span | undefined {
  const [first, last] = [match[1] ?? "", match[2] ?? ""];
  const isName = isPlainGiven(first) && isSurname(last) && !wordLikeSurnames.has(fold(last)) && !isOrganisation(`${first} ${last}`);
  return isName ? { at: match.index, length: first.length + 1 + last.length } : undefined;
}

/** Stretches of running text that name a person: after a label, or a given name beside a surname. */
export function personSpans(text: string): Span[] {
  const labels = [...text.matchAll(labelled)].flatMap((match) => labelledSpan(match) ?? []);
  const pairs = [...text.matchAll(pair)].filter((match) => namesAPerson(match[1] ?? "", match[3] ?? "", match[2] === ","));
  const small = [...text.matchAll(smallPair)].flatMap((match) => smallSpan(match) ?? []);
  return [...labels, ...pairs.map((match) => ({ at: match.index, length: match[0].length })), ...small];
}

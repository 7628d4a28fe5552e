/** A procedure code in capitals, parted from its modifiers (two characters each, joined by `;`). */
export type ProcedureReading = { code: string; modifiers: string };

/** In capitals; left alone where capitals would be longer (`ß`), since columns have a length. */
function inCapitals(text: string): string {
  const upper = text.toUpperCase();
  return upper.length === text.length ? upper : text;
}

const modifierTail = /^([^\s-]+)((?:[\s-]+[A-Z0-9]{2})+)$/;

/** Reads `99213`, `99213-25`, `99213 25 59`; what has another shape stays whole for the format rule to flag. */
export function readProcedure(text: string): ProcedureReading {
  const upper = inCapitals(text);
  const match = modifierTail.exec(upper);
  if (!match) return { code: upper, modifiers: "" };
  return {
    code: match[1] ?? upper,
    modifiers: (match[2] ?? "")
      .trim()
      .split(/[\s-]+/)
      .filter(Boolean)
      .join(";"),
  };
}

const listSeparators = /[;,|]+/;

/** Splits a list cell at `;` (also `,` and `|`) into capitals without empty parts. */
export function readList(text: string): string[] {
  return inCapitals(text)
    .split(listSeparators)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** Modifiers of a list cell; also parted by spaces. */
export function readModifiers(text: string): string {
  return readList(text.replace(/\s+/g, ";")).join(";");
}

const remarkShape = /^[A-Z]{1,2}\d{1,4}$/;

/** Remark codes (RARC) such as `N130;MA01`; also parted by spaces. What has no code's shape is left out, since it may be free text about a person. */
export function readRemarks(text: string): { codes: string; malformed: boolean } {
  const listed = readList(text.replace(/\s+/g, ";"));
  const codes = listed.filter((code) => remarkShape.test(code));
  return { codes: codes.join(";"), malformed: codes.length < listed.length };
}

/** Diagnosis codes without their dot, which files write or leave out. */
export function readDiagnoses(text: string): string {
  return readList(text)
    .map((code) => code.replace(".", ""))
    .join(";");
}

export type DenialReading = {
  /** Codes as `CO-45` or `45`, joined by `;`; what has no code's shape is left out. */
  codes: string;
  /** The reason that explains the denial: the first code that is neither the contractual CO-45 nor a correction (CR), else the first. */
  primary: string;
  malformed: boolean;
};

const denialShape = /^(?:(CO|PR|OA|PI|CR)[\s-]*)?([A-Z]?)0*([1-9]\d{0,2})$/;

/** Reads group and claim adjustment reason code in any usual spelling: `CO-45`, `CO45`, `co 045`, `45`, `PI-B7`. */
export function readDenialCodes(text: string): DenialReading {
  const codes: string[] = [];
  let malformed = false;
  for (const part of readList(text)) {
    const match = denialShape.exec(part);
    if (!match) {
      malformed = true;
      continue;
    }
    const [, group, letter, number] = match;
    const code = `${group === undefined ? "" : `${group}-`}${letter}${number}`;
    if (!codes.includes(code)) codes.push(code);
  }
  const telling = codes.find((code) => code !== "CO-45" && !code.startsWith("CR-"));
  return { codes: codes.join(";"), primary: telling ?? codes[0] ?? "", malformed };
}

const yes = new Set(["yes", "y", "true", "t", "1"]);
const no = new Set(["no", "n", "false", "f", "0"]);

/** Yes or no in the accepted spellings; undefined for any other word. */
export function readYesNo(text: string): boolean | undefined {
  const word = text.toLowerCase();
  return yes.has(word) ? true : no.has(word) ? false : undefined;
}

/** A whole number 1–9,999; undefined for anything else. */
export function readUnits(text: string): number | undefined {
  const match = /^0*([1-9]\d{0,3})(?:\.0+)?$/.exec(text);
  return match ? Number(match[1]) : undefined;
}

/** Two digits; `repaired` when a spreadsheet had eaten the leading zero. */
export function readPlaceOfService(text: string): { code: string; repaired: boolean } {
  return /^\d$/.test(text) ? { code: `0${text}`, repaired: true } : { code: text, repaired: false };
}

const placeholder = /^(?:#+|#N\/A|#REF!|#VALUE!|#NAME\?|#DIV\/0!|#NUM!|#NULL!|N\/A|NULL|\(NULL\)|NONE|NIL|NAN|[-?.]+)$/i;
const sharedId = /^(?:[+-]?\d(?:[.,]\d+)?E[+-]?\d+|NA|UNKNOWN|TBD|0+)$/i;

/** Whether a cell holds a spreadsheet's error mark or a word for nothing instead of a value. */
export function isPlaceholder(text: string): boolean {
  return placeholder.test(text);
}

/** Whether many claims would share this claim id: scientific notation, an error mark or a word for nothing. */
export function isSharedId(text: string): boolean {
  return isPlaceholder(text) || sharedId.test(text);
}

/** A line number without leading zeros, so that `01` and `1` name one line. */
export function readLineNumber(text: string): string {
  const match = /^0*(\d+)(?:\.0+)?$/.exec(text);
  return match ? (match[1] ?? text) : inCapitals(text);
}

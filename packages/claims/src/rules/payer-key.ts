/** A payer's name without what people type differently: NFKC, lower case, accents, punctuation and repeated spaces gone (`Aetna.` = `AETNA`). */
export function payerKey(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’`]/g, "")
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

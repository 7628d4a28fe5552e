/** A sender's file name as text for people: its last part, without control or bidirectional characters, at most 255 characters. */
export function fileNameOf(name: string): string {
  const clean = name
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .split(/[\\/]/)
    .at(-1)
    ?.trim()
    .slice(0, 255);
  return clean ? clean.toWellFormed() : "upload.csv";
}

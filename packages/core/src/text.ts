import { z } from "zod";

const forbidden = /[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]/;

/** Text for people: NFC, trimmed, well-formed, 1 to `max` characters, no control or bidirectional characters but tab and newline. */
export function zText(max: number) {
  return z
    .string()
    .min(1)
    .max(max)
    .refine((value) => value.isWellFormed(), { error: "Text is not well-formed" })
    .refine((value) => !forbidden.test(value), { error: "Text holds control characters" })
    .transform((value) => value.normalize("NFC").trim())
    .pipe(z.string().min(1).max(max));
}

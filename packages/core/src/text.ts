import { z } from "zod";

const forbidden = /[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]/;

const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Text for people: NFC, trimmed, well-formed, 1 to `max` characters, no control or bidirectional characters but tab and newline, and something to see. */
export function zText(max: number) {
  return z
    .string()
    .min(1)
    .max(max)
    .refine((value) => value.isWellFormed(), { error: "Text is not well-formed" })
    .refine((value) => !forbidden.test(value), { error: "Text holds control characters" })
    .refine((value) => visible.test(value), { error: "Text shows nothing" })
    .transform((value) => value.normalize("NFC").trim())
    .pipe(z.string().min(1).max(max));
}

import { z } from "zod";

/** ISO 8601 counts a year 0; no calendar in use has one, and PostgreSQL refuses it. */
const hasYear = (text: string): boolean => !text.startsWith("0000");
const yearRule = { error: "Years begin with 0001" };

/** A calendar date `YYYY-MM-DD` that exists. */
export const zDate = z.iso.date().refine(hasYear, yearRule);

/** An instant in UTC, `YYYY-MM-DDThh:mm:ssZ` with or without fractions of a second. */
export const zInstant = z.iso.datetime().refine(hasYear, yearRule);

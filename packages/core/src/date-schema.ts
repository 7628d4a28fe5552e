import { z } from "zod";

/** A calendar date `YYYY-MM-DD` that exists. */
export const zDate = z.iso.date();

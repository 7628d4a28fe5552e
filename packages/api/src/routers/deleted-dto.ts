import { z } from "zod";

/** The id of what was deleted; REST answers 204 without it. */
export const deletedDto = z.strictObject({ id: z.guid() });

import type { Figure } from "../figure.ts";
import { claimsList } from "./a1-claims-list.ts";
import { driftRun } from "./d5-drift-run.ts";
import { ingest } from "./i1-ingest.ts";
import { memory } from "./i5-memory.ts";

/** Every figure, in the order in which they are measured. */
export const figures: readonly Figure[] = [ingest, memory, driftRun, claimsList];

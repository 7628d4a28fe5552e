import { cedar } from "./cedar.ts";
import { denialSpike } from "./denial-spike.ts";
import { dirtyUpload } from "./dirty-upload.ts";
import { quiet } from "./quiet.ts";
import type { BuildScenario } from "./scenario.ts";
import { slowPayer } from "./slow-payer.ts";

/** Every scenario by the name the seed command knows. */
export const scenarios: Record<string, BuildScenario> = {
  cedar,
  "denial-spike": denialSpike,
  "slow-payer": slowPayer,
  "dirty-upload": dirtyUpload,
  quiet,
};

import type { Rule } from "./plugin-types.ts";
import { complexity } from "./rules/complexity.ts";
import { mutationGuards } from "./rules/mutation-guards.ts";
import { noExportStar } from "./rules/no-export-star.ts";
import { noPhiInLog } from "./rules/no-phi-in-log.ts";
import { noRawClock } from "./rules/no-raw-clock.ts";
import { noStyleAttribute } from "./rules/no-style-attribute.ts";
import { verbFileName } from "./rules/verb-file-name.ts";

/** The rules of this repository; a rule added here is switched on in `.oxlintrc.json` and has a case in `plugin.test.ts`. */
const plugin: { meta: { name: string }; rules: Record<string, Rule> } = {
  meta: { name: "upstream" },
  rules: {
    complexity,
    "mutation-guards": mutationGuards,
    "no-export-star": noExportStar,
    "no-phi-in-log": noPhiInLog,
    "no-raw-clock": noRawClock,
    "no-style-attribute": noStyleAttribute,
    "verb-file-name": verbFileName,
  },
};

export default plugin;

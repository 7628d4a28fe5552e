import { resolve } from "node:path";
import { checkDocPaths } from "./doc-paths.ts";
import { checkEnvExample } from "./env-example.ts";
import { checkFileSizes } from "./file-sizes.ts";
import { checkForbiddenWords } from "./forbidden-words.ts";
import { checkGrabBags } from "./grab-bags.ts";
import { checkHonestTests } from "./honest-tests.ts";
import { checkMutationGuards } from "./mutation-guards.ts";
import { checkPackageShape } from "./package-shape.ts";
import { checkTableOwners } from "./table-owners.ts";
import { checkWorkflowFiles } from "./workflow-files.ts";
import { type Check, repositoryTree } from "./tree.ts";

const checks: Record<string, Check> = {
  "doc paths": checkDocPaths,
  "env example": checkEnvExample,
  "table owners": checkTableOwners,
  "file sizes": checkFileSizes,
  "grab-bags": checkGrabBags,
  "forbidden words": checkForbiddenWords,
  "honest tests": checkHonestTests,
  "mutation guards": checkMutationGuards,
  "package shape": checkPackageShape,
  "workflow files": checkWorkflowFiles,
};

const tree = repositoryTree(resolve(import.meta.dirname, "../../../.."));

/** A check that cannot look is a failed check. */
function run(check: Check): string[] {
  try {
    return check(tree);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

for (const [name, check] of Object.entries(checks)) {
  const problems = run(check);
  console.log(problems.length === 0 ? `ok      ${name}` : `failed  ${name}`);
  for (const problem of problems) console.log(`        ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
}

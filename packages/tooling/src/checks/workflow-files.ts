import { type Check, type Tree, matching } from "./tree.ts";

function scripts(tree: Tree): Set<string> {
  const [manifest] = matching(tree, /^package\.json$/);
  const { scripts: known = {} } = JSON.parse(tree.read(manifest ?? "")) as { scripts?: Record<string, string> };
  return new Set(Object.keys(known));
}

function unpinned(text: string): string[] {
  const used = [...text.matchAll(/uses:\s*(\S+)/g)].map(([, action = ""]) => action);
  return used
    .filter((action) => !action.startsWith("./") && !/@[0-9a-f]{40}$/.test(action))
    .map((action) => `uses ${action} without its full commit`);
}

function unknownScripts(text: string, known: Set<string>): string[] {
  const called = [...text.matchAll(/npm (?:run )?([\w:]+)/g)].map(([, script = ""]) => script);
  const own = called.filter((script) => !["ci", "run"].includes(script));
  return [...new Set(own)]
    .filter((script) => !known.has(script))
    .map((script) => `calls npm run ${script}, which package.json does not have`);
}

/** The gate that branch protection asks for waits for every other job, even a failed or skipped one. */
function looseGate(text: string): string[] {
  const [, body = ""] = text.split(/^jobs:$/m);
  const jobs = [...body.matchAll(/^ {2}([\w-]+):$/gm)].map(([, job = ""]) => job);
  if (!jobs.includes("required")) return ["has no job `required`"];
  const gate = body.slice(body.search(/^ {2}required:$/m));
  const needs = /needs: \[([^\]]*)\]/.exec(gate)?.[1]?.split(/,\s*/) ?? [];
  const missing = jobs.filter((job) => job !== "required" && !needs.includes(job)).map((job) => `lets \`required\` pass without ${job}`);
  return /^ {4}if: always\(\)$/m.test(gate) ? missing : [...missing, "skips `required` when another job fails"];
}

/** Workflows run pinned actions with read rights and the same npm scripts a person runs. */
export const checkWorkflowFiles: Check = (tree) => {
  const known = scripts(tree);
  return matching(tree, /^\.github\/(workflows|actions)\/.*\.yml$/).flatMap((file) => {
    const text = tree.read(file);
    const problems = [...unpinned(text), ...unknownScripts(text, known)];
    if (file.startsWith(".github/workflows/") && !/^permissions:\n {2}contents: read$/m.test(text))
      problems.push("asks for more than reading the code");
    if (file === ".github/workflows/ci.yml") problems.push(...looseGate(text));
    return problems.map((problem) => `${file} ${problem}`);
  });
};

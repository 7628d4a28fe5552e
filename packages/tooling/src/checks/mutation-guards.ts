import { posix } from "node:path";
import { parseSync } from "oxc-parser";
import { type Facts, factsOf, missingGuards, topFunctions } from "../oxlint-plugin/mutation-facts.ts";
import type { Node, NodeOf } from "../oxlint-plugin/plugin-types.ts";
import { type Check, type Tree, matching } from "./tree.ts";

/** Verbs that go without one of the guards on purpose, each with its reason. */
const exempt: Record<string, string | undefined> = {
  "createCustomer does not check a permission":
    "permissions hang on the customer that it makes; callers are set-up and the platform's superuser",
  "updatePreferences does not check a permission": "everybody sets the keys and the theme of their own console",
  "updatePreferences does not emit audit": "a person's own settings, nothing of the customer",
  "planEventDeliveries does not emit audit": "the event it tells of has its entry already",
};

type Module = {
  functions: Map<string, Facts>;
  imports: Map<string, { file: string; name: string }>;
  exported: Map<string, { file: string; name: string }>;
};

function programOf(file: string, text: string): NodeOf<"Program"> {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: nothing was checked`);
  return program as unknown as NodeOf<"Program">;
}

function nameOf(node: Node): string {
  return node.type === "Identifier" ? node.name : "default";
}

function readModule(file: string, text: string): Module {
  const program = programOf(file, text);
  const module: Module = { functions: new Map(), imports: new Map(), exported: new Map() };
  for (const [name, node] of topFunctions(program)) module.functions.set(name, factsOf(node));
  const target = (source: string): string => posix.join(posix.dirname(file), source);
  for (const statement of program.body) {
    if (statement.type === "ImportDeclaration" && statement.source.value.startsWith(".")) {
      for (const specifier of statement.specifiers) {
        const name = specifier.type === "ImportSpecifier" ? nameOf(specifier.imported) : specifier.local.name;
        module.imports.set(specifier.local.name, { file: target(statement.source.value), name });
      }
    }
    if (statement.type !== "ExportNamedDeclaration" || !statement.source) continue;
    for (const { local, exported } of statement.specifiers) {
      module.exported.set(nameOf(exported), { file: target(statement.source.value), name: nameOf(local) });
    }
  }
  return module;
}

/** Everything a function does itself or through functions of its package, whatever file they stand in. */
function reach(start: { file: string; name: string }, modules: Map<string, Module>): Facts[] {
  const reached = new Map<string, Facts>();
  const queue = [start];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const module = modules.get(next.file);
    const facts = module?.functions.get(next.name);
    const key = `${next.file}#${next.name}`;
    if (!module || !facts || reached.has(key)) continue;
    reached.set(key, facts);
    for (const call of facts.calls) queue.push(module.imports.get(call) ?? { file: next.file, name: call });
  }
  return [...reached.values()];
}

function unguarded(index: string, modules: Map<string, Module>): string[] {
  return [...(modules.get(index)?.exported ?? [])].flatMap(([verb, place]) => {
    const reached = reach(place, modules);
    const writes = reached.some(({ door }) => door) && reached.some((facts) => facts.writes);
    const missing = writes ? missingGuards(reached).map((need) => `${verb} does not ${need}`) : [];
    const stale = Object.keys(exempt).filter((exemption) => exemption.startsWith(`${verb} `) && !missing.includes(exemption));
    return [
      ...missing
        .filter((problem) => exempt[problem] === undefined)
        .map((problem) => `${place.file} writes in a customer transaction: ${problem}`),
      ...stale.map((exemption) => `${place.file} needs no exemption any more: ${exemption}`),
    ];
  });
}

function modulesOf(tree: Tree): Map<string, Module> {
  const files = matching(tree, /^packages\/(tenancy|claims|drift|alerts|reports)\/src\/.*\.ts$/);
  const own = files.filter((file) => !/\.test\.ts$|\/testing\//.test(file));
  return new Map(own.map((file) => [file, readModule(file, tree.read(file))]));
}

/** Every verb a domain offers that writes for a customer checks a permission and emits audit, itself or in a file it calls. */
export const checkMutationGuards: Check = (tree) => {
  const modules = modulesOf(tree);
  return matching(tree, /^packages\/(tenancy|claims|drift|alerts|reports)\/src\/index\.ts$/).flatMap((index) => unguarded(index, modules));
};

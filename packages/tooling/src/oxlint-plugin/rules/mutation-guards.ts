import { type Facts, factsOf, missingGuards, topFunctions } from "../mutation-facts.ts";
import type { NodeOf, Rule } from "../plugin-types.ts";
import { verbOf } from "../verbs.ts";

/** Names that come from other files of the same package; what they do is judged by the check of the same name, across files. */
function siblingImports(program: NodeOf<"Program">): Set<string> {
  const names = program.body.flatMap((statement) =>
    statement.type === "ImportDeclaration" && statement.source.value.startsWith(".")
      ? statement.specifiers.map(({ local }) => local.name)
      : [],
  );
  return new Set(names);
}

/** Everything a function does itself or through functions of the same module. */
function reach(name: string, all: Map<string, Facts>, seen = new Set<string>()): Facts[] {
  const facts = all.get(name);
  if (!facts || seen.has(name)) return [];
  seen.add(name);
  return [facts, ...[...facts.calls].flatMap((called) => reach(called, all, seen))];
}

/** A verb that opens a customer transaction and writes in it checks a permission and emits audit; found by what it does. */
export const mutationGuards: Rule = {
  create: (context) => ({
    Program(program) {
      const all = new Map([...topFunctions(program)].map(([name, node]) => [name, factsOf(node)]));
      const verb = verbOf(context.filename);
      if (verb === undefined) return;
      const reached = reach(verb, all);
      const door = reached.find((facts) => facts.door)?.door;
      if (!door || !reached.some(({ writes }) => writes)) return;
      const siblings = siblingImports(program);
      if (reached.some(({ calls }) => [...calls].some((call) => siblings.has(call)))) return;
      for (const need of missingGuards(reached)) {
        context.report({ node: door, message: `${verb} writes in a customer transaction and does not ${need}.` });
      }
    },
  }),
};

import type { NodeOf, Rule } from "../plugin-types.ts";
import { verbOf } from "../verbs.ts";

/** Names of the functions a statement exports; constants and types are left alone. */
function exportedFunctions(statement: NodeOf<"ExportNamedDeclaration">): string[] {
  const declaration = statement.declaration;
  if (declaration?.type === "FunctionDeclaration") return declaration.id ? [declaration.id.name] : [];
  if (declaration?.type !== "VariableDeclaration") return [];
  return declaration.declarations.flatMap(({ id, init }) =>
    id.type === "Identifier" && (init?.type === "ArrowFunctionExpression" || init?.type === "FunctionExpression") ? [id.name] : [],
  );
}

/** A file named after a verb exports exactly that verb (and the mapper of its DTO), so a reader finds what the product can do by reading file names. */
export const verbFileName: Rule = {
  create: (context) => ({
    Program(program) {
      const expected = verbOf(context.filename);
      if (expected === undefined) return;
      const named = program.body.flatMap((statement) => (statement.type === "ExportNamedDeclaration" ? exportedFunctions(statement) : []));
      if (!named.includes(expected)) {
        context.report({ node: program, message: `A file named after a verb exports it: ${expected}.` });
      }
      const others = named.filter((name) => name !== expected && !/^to[A-Z]\w*Dto$/.test(name));
      if (others.length > 0) {
        context.report({ node: program, message: `One verb a file: move ${others.join(", ")} to a file of its own.` });
      }
    },
  }),
};

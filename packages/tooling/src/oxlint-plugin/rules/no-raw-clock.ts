import type { NodeOf, Rule } from "../plugin-types.ts";

const forbiddenMembers: Record<string, string> = {
  "Date.now": "Ask ctx.clock; only core reads the machine's clock.",
  "Math.random": "Use newId, randomToken or jitter of @upstream/core; only core draws random numbers.",
};

function memberName(node: NodeOf<"MemberExpression">): string | undefined {
  if (node.object.type !== "Identifier" || node.property.type !== "Identifier") return undefined;
  return `${node.object.name}.${node.property.name}`;
}

/** Time and chance come in as arguments, so that every decision can be replayed in a test. */
export const noRawClock: Rule = {
  create: (context) => ({
    MemberExpression(node) {
      const message = forbiddenMembers[memberName(node) ?? ""];
      if (message !== undefined) context.report({ node, message });
    },
    NewExpression(node) {
      if (node.callee.type !== "Identifier" || node.callee.name !== "Date" || node.arguments.length > 0) return;
      context.report({ node, message: "Ask ctx.clock.now(); only core reads the machine's clock." });
    },
    CallExpression(node) {
      if (node.callee.type !== "Identifier" || node.callee.name !== "Date") return;
      context.report({ node, message: "Ask ctx.clock.now(); only core reads the machine's clock." });
    },
  }),
};

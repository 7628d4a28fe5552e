import type { Node, Rule } from "../plugin-types.ts";
import { walk } from "../walk.ts";

const limit = 12;
const branches = new Set<string>([
  "IfStatement",
  "ConditionalExpression",
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
  "WhileStatement",
  "DoWhileStatement",
  "SwitchStatement",
]);
const functions = new Set<string>(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);

function isPlain(node: Node): boolean {
  if (node.type === "Literal" || (node.type === "Identifier" && node.name === "undefined")) return true;
  if (node.type === "ArrayExpression") return node.elements.length === 0;
  if (node.type === "TemplateLiteral") return node.expressions.length === 0;
  return node.type === "ObjectExpression" && node.properties.length === 0;
}

/** `counts[i] ?? 0` names the value of an absent entry, which the compiler demands of every index; it decides nothing. */
function isDecision(node: Node): boolean {
  if (node.type === "LogicalExpression") return node.operator !== "??" || !isPlain(node.right);
  if (node.type === "AssignmentExpression") return ["&&=", "||=", "??="].includes(node.operator);
  return branches.has(node.type);
}

function pathsThrough(fn: Node): number {
  let paths = 1;
  walk(fn, (node) => {
    if (node !== fn && functions.has(node.type)) return false;
    if (isDecision(node)) paths += 1;
  });
  return paths;
}

/** At most 12 paths through a function; a switch counts once, the default of an index not at all. */
export const complexity: Rule = {
  create: (context) => {
    const judge = (node: Node): void => {
      const paths = pathsThrough(node);
      const name = node.type === "FunctionDeclaration" && node.id ? node.id.name : "this function";
      if (paths > limit)
        context.report({ node, message: `${paths} paths lead through ${name}, the limit is ${limit}; give parts of it a name.` });
    };
    return { FunctionDeclaration: judge, FunctionExpression: judge, ArrowFunctionExpression: judge };
  },
};

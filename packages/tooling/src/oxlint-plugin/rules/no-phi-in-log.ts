import type { Context, Node, NodeOf, Rule } from "../plugin-types.ts";
import { walk } from "../walk.ts";

const levels = new Set(["trace", "debug", "info", "warn", "error", "fatal", "log"]);
const sinks = new Set(["logger", "log", "console"]);
const phiName = /^(phi|patient\w*|member_?id|subscriber\w*|dob|birth_?date|date_?of_?birth|ssn|mrn|medical_?record\w*)$/i;
const recordName = /^(row|rows|claim|claims|record|input|body|data|payload|values|params|headers|request)$/;
const safeMessage = new Set(["Literal", "Identifier", "ConditionalExpression"]);

function lastName(node: Node): string | undefined {
  if (node.type === "Identifier") return node.name;
  if (node.type === "MemberExpression" && node.property.type === "Identifier") return node.property.name;
  return undefined;
}

function isLogCall(node: NodeOf<"CallExpression">): boolean {
  const { callee } = node;
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return false;
  return levels.has(callee.property.name) && sinks.has(lastName(callee.object) ?? "");
}

function isErrorClass(node: NodeOf<"NewExpression">): boolean {
  return lastName(node.callee)?.endsWith("Error") ?? false;
}

/** Whether whole records go into the line, as in `{ ...row }` or `info("read", body)`. */
function holdsRecord(fields: Node): boolean {
  if (fields.type !== "ObjectExpression") return recordName.test(lastName(fields) ?? "");
  return fields.properties.some((property) => property.type === "SpreadElement" && recordName.test(lastName(property.argument) ?? ""));
}

function reportNames(context: Context, args: readonly Node[]): void {
  for (const argument of args) {
    walk(argument, (node) => {
      if (node.type === "Identifier" && phiName.test(node.name)) {
        context.report({ node, message: `\`${node.name}\` may be a patient's data; logs and errors carry ids, counts and codes only.` });
      }
    });
  }
}

/** Log lines and errors leave the customer's door: they carry fixed words, ids, counts and codes. */
export const noPhiInLog: Rule = {
  create: (context) => ({
    CallExpression(node) {
      if (!isLogCall(node)) return;
      reportNames(context, node.arguments);
      const [message, fields] = node.arguments;
      const onConsole = node.callee.type === "MemberExpression" && lastName(node.callee.object) === "console";
      if (onConsole) return;
      if (message && !safeMessage.has(message.type)) {
        context.report({ node: message, message: "A log message is a fixed text; put ids and counts into the fields." });
      }
      if (fields && holdsRecord(fields)) {
        context.report({ node: fields, message: "Name each field that is logged; a whole record logs what nobody looked at." });
      }
    },
    NewExpression(node) {
      if (isErrorClass(node)) reportNames(context, node.arguments);
    },
  }),
};

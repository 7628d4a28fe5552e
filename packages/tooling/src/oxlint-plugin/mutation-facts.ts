import type { Node, NodeOf } from "./plugin-types.ts";
import { walk } from "./walk.ts";

const doors = new Set(["inCustomer", "bulkInCustomer", "asPlatform"]);
const writeMethods = new Set([
  "create",
  "createMany",
  "createManyAndReturn",
  "update",
  "updateMany",
  "updateManyAndReturn",
  "upsert",
  "delete",
  "deleteMany",
  "$executeRaw",
]);

/** What a function does by itself: the door it opens, whether it writes, and the plain functions it calls. */
export type Facts = { door: Node | undefined; writes: boolean; audits: boolean; calls: Set<string> };

/** The two things a write needs, and the calls that provide each. */
export const guards = [
  { need: "check a permission", calls: ["requirePermission", "requireSuperuser"] },
  { need: "emit audit", calls: ["emitAudit"] },
] as const;

function calleeOf(node: Node): Node | undefined {
  if (node.type === "CallExpression") return node.callee;
  return node.type === "TaggedTemplateExpression" ? node.tag : undefined;
}

function sqlText(node: Node): string {
  if (node.type === "TemplateElement") return node.value.raw;
  return node.type === "Literal" && typeof node.value === "string" ? node.value : "";
}

/** `tx.alert.update` and `tx.$executeRaw`, not `cache.delete` or `hash.update`. */
function isDatabaseWrite({ object, property }: NodeOf<"MemberExpression">): boolean {
  if (property.type !== "Identifier" || !writeMethods.has(property.name)) return false;
  if (property.name.startsWith("$")) return true;
  return object.type === "MemberExpression" && object.object.type === "Identifier" && /^(tx|db|client)$/.test(object.object.name);
}

/** Reads off a function's syntax tree what it does. */
export function factsOf(fn: Node): Facts {
  const facts: Facts = { door: undefined, writes: false, audits: false, calls: new Set() };
  walk(fn, (node) => {
    const text = sqlText(node);
    facts.writes ||= /\b(INSERT INTO|UPDATE \w+( \w+)? SET|DELETE FROM|MERGE INTO|COPY \w+)\b/.test(text);
    facts.audits ||= /INSERT INTO audit\.event/.test(text);
    const callee = calleeOf(node);
    if (callee?.type === "MemberExpression") facts.writes ||= isDatabaseWrite(callee);
    if (callee?.type !== "Identifier") return;
    facts.calls.add(callee.name);
    if (doors.has(callee.name)) facts.door ??= node;
  });
  return facts;
}

/** The functions declared at the top of a module, by name. */
export function topFunctions(program: NodeOf<"Program">): Map<string, Node> {
  const found = new Map<string, Node>();
  for (const statement of program.body) {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declaration?.type === "FunctionDeclaration" && declaration.id) found.set(declaration.id.name, declaration);
    if (declaration?.type !== "VariableDeclaration") continue;
    for (const { id, init } of declaration.declarations) if (id.type === "Identifier" && init) found.set(id.name, init);
  }
  return found;
}

/** The guards that none of these functions provides. */
export function missingGuards(reached: readonly Facts[]): string[] {
  const has = (call: string): boolean => reached.some(({ calls, audits }) => calls.has(call) || (call === "emitAudit" && audits));
  return guards.filter(({ calls }) => !calls.some(has)).map(({ need }) => need);
}

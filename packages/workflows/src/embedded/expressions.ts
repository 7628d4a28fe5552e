import { Environment } from "@marcbachmann/cel-js";

/** `event` is what started the run; `async` is what has just arrived. */
export type ExpressionScope = { event: unknown; async?: unknown };
export type Expression = (scope: ExpressionScope) => unknown;

const environment = new Environment({ unlistedVariablesAreDyn: true });

/** Compiles a CEL expression; one that cannot be evaluated against a scope has no value there. */
export function compileExpression(source: string): Expression {
  const evaluate = environment.parse(source);
  return (scope) => {
    try {
      return evaluate(scope);
    } catch {
      return undefined;
    }
  };
}

/** Whether the expression is absent or true. */
export function isMatch(expression: Expression | undefined, scope: ExpressionScope): boolean {
  return expression === undefined || expression(scope) === true;
}

/** The expression's value as text, or null when there is none. */
export function keyText(expression: Expression, scope: ExpressionScope): string | null {
  const value = expression(scope);
  if (value === undefined || value === null) return null;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

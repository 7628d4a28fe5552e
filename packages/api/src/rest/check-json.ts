import type { FieldError } from "@upstream/core";
import { Fault } from "../fault.ts";
import { pointerOf } from "../field-errors.ts";

const maxDepth = 32;
const maxKeys = 1_000;
const maxItems = 10_000;
const refusedKeys = new Set(["__proto__", "constructor", "prototype"]);

type Visit = { value: unknown; path: readonly PropertyKey[] };

function refuse(path: readonly PropertyKey[], code: string, detail: string): never {
  const errors: FieldError[] = [{ pointer: pointerOf(path), code, detail }];
  throw new Fault("malformed", { errors });
}

/** Refuses text that PostgreSQL or a reader could not keep as it is: a NUL or a lone surrogate. */
export function checkText(text: string, path: readonly PropertyKey[]): void {
  if (text.includes("\0") || !text.isWellFormed()) refuse(path, "text", "Holds a NUL or a broken character.");
}

type Count = { keys: number; items: number };

function countIn(value: object, path: readonly PropertyKey[], count: Count): void {
  if (path.length >= maxDepth) refuse(path.slice(0, 4), "depth", `At most ${maxDepth} levels.`);
  const size = Object.keys(value).length;
  if (Array.isArray(value)) count.items += size;
  else count.keys += size;
  if (count.items > maxItems) refuse(path, "items", `At most ${maxItems} items.`);
  if (count.keys > maxKeys) refuse([], "keys", `At most ${maxKeys} keys.`);
}

function checkKey(key: string, path: readonly PropertyKey[]): void {
  checkText(key, path);
  if (refusedKeys.has(key)) refuse([...path, key], "unknown", "This field is not known here.");
}

/** Refuses JSON deeper than 32, with more than 1,000 keys or 10,000 items, with keys that name a prototype, or with broken text. */
export function checkJson(root: unknown): void {
  const open: Visit[] = [{ value: root, path: [] }];
  const count: Count = { keys: 0, items: 0 };
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    const { value, path } = visit;
    if (typeof value === "string") checkText(value, path);
    if (typeof value !== "object" || value === null) continue;
    countIn(value, path, count);
    const isList = Array.isArray(value);
    for (const [key, child] of Object.entries(value)) {
      if (!isList) checkKey(key, path);
      open.push({ value: child, path: [...path, isList ? Number(key) : key] });
    }
  }
}

import type { z } from "zod";

type Def = {
  type: string;
  shape?: Record<string, z.ZodType>;
  catchall?: z.ZodType;
  element?: z.ZodType;
  innerType?: z.ZodType;
  in?: z.ZodType;
  out?: z.ZodType;
  options?: z.ZodType[];
  items?: z.ZodType[];
  keyType?: z.ZodType;
  valueType?: z.ZodType;
};

/** One place in an input: its name, the way to it, and the marks its schema carries. */
export type InputField = { name: string; path: string[]; entity: string | undefined; isMarked: boolean };

export type InputWalk = { fields: InputField[]; loose: string[] };

function defOf(schema: z.ZodType): Def {
  return (schema as unknown as { _zod: { def: Def } })._zod.def;
}

function childrenOf(def: Def): z.ZodType[] {
  const options = def.options?.filter((option) => typeof option === "object") ?? [];
  return [def.element, def.innerType, def.in, def.out, def.valueType, ...options, ...(def.items ?? [])].filter(
    (child): child is z.ZodType => child !== undefined,
  );
}

function visit(schema: z.ZodType, path: string[], walk: InputWalk): void {
  const meta = schema.meta() as { entity?: string; cursor?: boolean; opaque?: boolean } | undefined;
  const name = path.at(-1) ?? "";
  if (meta?.entity !== undefined || meta?.cursor === true || meta?.opaque === true) {
    walk.fields.push({ name, path, entity: meta.entity, isMarked: true });
    return;
  }
  const def = defOf(schema);
  if (def.type === "object") {
    if (def.catchall === undefined || defOf(def.catchall).type !== "never") walk.loose.push(path.join("."));
    for (const [key, child] of Object.entries(def.shape ?? {})) visit(child, [...path, key], walk);
    return;
  }
  const children = childrenOf(def);
  if (children.length === 0 && name !== "") walk.fields.push({ name, path, entity: undefined, isMarked: false });
  for (const child of children) visit(child, path, walk);
}

/** Every field of a procedure's input, through objects, lists, unions, optionals and pipes; `loose` names objects that take unknown keys. */
export function walkInput(schema: z.ZodType): InputWalk {
  const walk: InputWalk = { fields: [], loose: [] };
  visit(schema, [], walk);
  return walk;
}

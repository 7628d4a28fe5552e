/** One path: `{name}` segments take any value, literal segments are looked at first. */
type Node<T> = { literal: Map<string, Node<T>>; parameter: { name: string; node: Node<T> } | undefined; methods: Map<string, T> };

export type RouteMatch<T> =
  | { kind: "found"; route: T; parameters: Map<string, string> }
  | { kind: "wrong-method"; allow: string }
  | { kind: "options"; allow: string }
  | { kind: "none" };

export interface RouteTable<T> {
  add(method: string, path: string, route: T): void;
  match(method: string, path: string): RouteMatch<T>;
}

const parameterSegment = /^\{([A-Za-z][A-Za-z0-9]*)\}$/;
const refusedInSegment = /[\u0000-\u001F\u007F/\\]/;

function newNode<T>(): Node<T> {
  return { literal: new Map(), parameter: undefined, methods: new Map() };
}

function childFor<T>(node: Node<T>, segment: string): Node<T> {
  const name = parameterSegment.exec(segment)?.[1];
  if (name === undefined) {
    const child = node.literal.get(segment) ?? newNode<T>();
    node.literal.set(segment, child);
    return child;
  }
  if (node.parameter !== undefined && node.parameter.name !== name)
    throw new Error(`Two names for one path parameter: ${node.parameter.name}, ${name}`);
  node.parameter ??= { name, node: newNode<T>() };
  return node.parameter.node;
}

/** Percent-decodes a segment once; undefined where the result could be taken for another path. */
function decodeSegment(raw: string): string | undefined {
  try {
    const decoded = decodeURIComponent(raw);
    return decoded === "" || refusedInSegment.test(decoded) ? undefined : decoded;
  } catch {
    return undefined;
  }
}

function allowOf<T>(node: Node<T>): string {
  const methods = [...node.methods.keys()];
  if (node.methods.has("GET")) methods.push("HEAD");
  return [...methods, "OPTIONS"].toSorted().join(", ");
}

function walk<T>(root: Node<T>, path: string): { node: Node<T>; parameters: Map<string, string> } | undefined {
  const parameters = new Map<string, string>();
  let node = root;
  for (const raw of path.split("/").slice(1)) {
    const segment = decodeSegment(raw);
    if (segment === undefined) return undefined;
    const literal = node.literal.get(segment);
    if (literal === undefined && node.parameter === undefined) return undefined;
    if (literal === undefined && node.parameter !== undefined) parameters.set(node.parameter.name, segment);
    node = literal ?? (node.parameter as { node: Node<T> }).node;
  }
  return node.methods.size === 0 ? undefined : { node, parameters };
}

/** A table of method and path; case matters, a trailing slash is another path, HEAD answers where GET does. */
export function createRouteTable<T>(): RouteTable<T> {
  const root = newNode<T>();
  return {
    add(method, path, route) {
      const node = path.split("/").slice(1).reduce(childFor, root);
      if (node.methods.has(method)) throw new Error(`Two routes for ${method} ${path}`);
      node.methods.set(method, route);
    },
    match(method, path) {
      const found = walk(root, path);
      if (found === undefined) return { kind: "none" };
      const route = found.node.methods.get(method === "HEAD" ? "GET" : method);
      if (route !== undefined) return { kind: "found", route, parameters: found.parameters };
      const allow = allowOf(found.node);
      return method === "OPTIONS" ? { kind: "options", allow } : { kind: "wrong-method", allow };
    },
  };
}

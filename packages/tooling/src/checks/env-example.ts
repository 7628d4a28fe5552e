import { type Check, matching } from "./tree.ts";

function names(text: string, pattern: RegExp): Set<string> {
  const found = new Set([...text.matchAll(pattern)].map(([, name]) => name ?? ""));
  if (found.size === 0) throw new Error("no variable found: nothing was checked");
  return found;
}

/** `.env.example` lists exactly the variables that `apps/web/src/env.ts` knows, commented out where they may be left unset. */
export const checkEnvExample: Check = (tree) => {
  const [source] = matching(tree, /^apps\/web\/src\/env\.ts$/);
  const [example] = matching(tree, /^\.env\.example$/);
  const known = names(tree.read(source ?? ""), /^\s*([A-Z][A-Z0-9_]+)\??:/gm);
  const listed = names(tree.read(example ?? ""), /^(?:# ?)?([A-Z][A-Z0-9_]+)=/gm);
  return [
    ...[...known].filter((name) => !listed.has(name)).map((name) => `.env.example does not list ${name}`),
    ...[...listed].filter((name) => !known.has(name)).map((name) => `.env.example lists ${name}, which apps/web/src/env.ts does not know`),
  ];
};

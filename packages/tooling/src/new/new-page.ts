import { fill, namesOf } from "./names.ts";
import { type Generator, template } from "./plan.ts";
import { addItem } from "./registry.ts";

/** The letter pressed after G: the first of the name that no other page has. */
function freeKey(entries: string, name: string): string {
  const taken = new Set([...entries.matchAll(/key: "(\w)"/g)].map(([, key]) => key));
  const key = [...name.replaceAll("-", ""), ..."abcdefghijklmnopqrstuvwxyz"].find((letter) => !taken.has(letter));
  if (key === undefined) throw new Error("every letter leads to a page already");
  return key;
}

/** A console page: its route, its feature folder and its entry in the navigation. */
export const newPage: Generator = (name) => {
  const names = namesOf(name);
  const feature = `apps/web/src/features/${name}`;
  return {
    create: new Map([
      [`apps/web/src/app/(console)/[customer]/${name}/page.tsx`, fill(template("page"), names)],
      [`${feature}/${name}-page.tsx`, fill(template("page-feature"), names)],
      [`${feature}/${name}.test.ts`, fill(template("page-test"), names)],
    ]),
    edit: new Map([
      [
        "apps/web/src/features/navigation/entries.ts",
        (text) => {
          const key = freeKey(text, name);
          const entry = `{ id: "${name}", name: "${names.sentence}", path: "/${name}", icon: iconListBullets, key: "${key}", needs: "customer:read", group: "data" }`;
          return addItem(text, /export const entries[^=]*= \[/, entry);
        },
      ],
    ]),
  };
};

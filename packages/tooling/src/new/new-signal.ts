import { fill, namesOf } from "./names.ts";
import { type Generator, template } from "./plan.ts";
import { addImport, addItem } from "./registry.ts";

/** A drift signal: `packages/drift/src/signals`, with its identity in the list that other packages read. */
export const newSignal: Generator = (name) => {
  const names = namesOf(name);
  const folder = "packages/drift/src/signals";
  return {
    create: new Map([
      [`${folder}/${name}.ts`, fill(template("signal"), names)],
      [`${folder}/${name}.test.ts`, fill(template("signal-test"), names)],
    ]),
    edit: new Map([
      [`${folder}/signal-ids.ts`, (text) => addItem(text, /export const signalIds = \[/, `"${names.upper}"`)],
      [
        `${folder}/index.ts`,
        (text) => addItem(addImport(text, `import { ${names.camel} } from "./${name}.ts";`), /export const signals[^=]*= \[/, names.camel),
      ],
    ]),
  };
};

import { fill, namesOf } from "./names.ts";
import { type Generator, template } from "./plan.ts";
import { addImport, addItem } from "./registry.ts";

/** A validation rule of the upload path: `packages/claims/src/rules`. */
export const newRule: Generator = (name) => {
  const names = namesOf(name);
  const folder = "packages/claims/src/rules";
  return {
    create: new Map([
      [`${folder}/${name}.ts`, fill(template("rule"), names)],
      [`${folder}/${name}.test.ts`, fill(template("rule-test"), names)],
    ]),
    edit: new Map([
      [
        `${folder}/index.ts`,
        (text) => addItem(addImport(text, `import { ${names.camel} } from "./${name}.ts";`), /export const rules[^=]*= \[/, names.camel),
      ],
    ]),
  };
};

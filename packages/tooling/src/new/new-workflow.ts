import { fill, namesOf } from "./names.ts";
import { type Generator, template } from "./plan.ts";
import { addImport, addItem } from "./registry.ts";

/** A background workflow: `packages/workflows/src/functions`. */
export const newWorkflow: Generator = (name) => {
  const names = namesOf(name);
  const folder = "packages/workflows/src/functions";
  return {
    create: new Map([
      [`${folder}/${name}.ts`, fill(template("workflow"), names)],
      [`${folder}/${name}.test.ts`, fill(template("workflow-test"), names)],
    ]),
    edit: new Map([
      [
        `${folder}/index.ts`,
        (text) =>
          addItem(addImport(text, `import { ${names.camel} } from "./${name}.ts";`), /export const functions[^=]*= \[/, names.camel),
      ],
    ]),
  };
};

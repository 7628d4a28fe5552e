import { fill, namesOf } from "./names.ts";
import { type Generator, template } from "./plan.ts";
import { addBefore, addImport, addItem } from "./registry.ts";

/** An alert channel: `packages/alerts/src/channels`, with its form in the schemas that the console reads. */
export const newChannel: Generator = (name) => {
  const names = namesOf(name);
  const { camel } = names;
  const folder = "packages/alerts/src/channels";
  const form = `z.strictObject({ kind: z.literal("${name}"), name, isEnabled, config: ${camel}Config.default({}), secrets: ${camel}Secrets })`;
  return {
    create: new Map([
      [`${folder}/${name}.ts`, fill(template("channel"), names)],
      [`${folder}/${name}.test.ts`, fill(template("channel-test"), names)],
    ]),
    edit: new Map([
      [
        `${folder}/channel-schemas.ts`,
        (text) => {
          const declared = addBefore(text, /^const name = /m, fill(template("channel-schemas"), names));
          return addItem(declared, /export const createChannelInput = z\.discriminatedUnion\("kind", \[/, form);
        },
      ],
      [
        `${folder}/index.ts`,
        (text) => addItem(addImport(text, `import { ${camel} } from "./${name}.ts";`), /export const channelKinds[^=]*= \[/, camel),
      ],
    ]),
  };
};

import { fill, namesOf } from "./names.ts";
import { type Generator, template } from "./plan.ts";
import { addExport } from "./registry.ts";

const permissionOf: Record<string, string | undefined> = {
  tenancy: "settings:admin",
  claims: "uploads:write",
  drift: "drift:write",
  alerts: "alerts:write",
};

/** A verb of a domain, named `package/folder/verb-noun`, with its database test and its line in the package's index. */
export const newVerb: Generator = (name) => {
  const [domain = "", folder = "", kebab = "", ...rest] = name.split("/");
  const permission = permissionOf[domain];
  if (permission === undefined || kebab === "" || rest.length > 0) {
    throw new Error(`name the verb package/folder/verb-noun; the package is one of ${Object.keys(permissionOf).join(", ")}`);
  }
  const [verb = "", ...noun] = kebab.split("-");
  if (noun.length === 0) throw new Error(`a verb says what it acts on: ${kebab}-something`);
  const blanks = { ...namesOf(kebab), permission, verb, noun: noun.join("-") };
  const file = `packages/${domain}/src/${folder}/${kebab}`;
  return {
    create: new Map([
      [`${file}.ts`, fill(template("verb"), blanks)],
      [`${file}.db.test.ts`, fill(template("verb-test"), blanks)],
    ]),
    edit: new Map([
      [`packages/${domain}/src/index.ts`, (text) => addExport(text, `export { ${blanks.camel} } from "./${folder}/${kebab}.ts";`)],
    ]),
  };
};

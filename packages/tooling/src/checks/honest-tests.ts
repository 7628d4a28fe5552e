import { type Check, matching } from "./tree.ts";

const ownSource = /^packages\/tooling\/src\/checks\//;

const inTests = [
  { what: "replaces a real module", pattern: /\bvi\.(mock|doMock|stubEnv)\(/ },
  { what: "sets the environment", pattern: /\bprocess\.env(\.\w+|\[[^\]]+\])\s*=[^=]/ },
  { what: "skips a test for no need it names", pattern: /\b(it|test|describe)\.(skip|todo|only)\((?!\s*["'`]needs )(?![^;\n]*, ["'`])/ },
  { what: "waits a fixed time", pattern: /\bwaitForTimeout\(|new Promise\(\(?\w+\)? => setTimeout\(/ },
];
const inProduct = [{ what: "behaves differently under test", pattern: /NODE_ENV\b[^\n]{0,10}[!=]==? ?["']test["']/ }];

/** Tests drive the real parts, and the product does not know that it is tested. */
export const checkHonestTests: Check = (tree) =>
  matching(tree, /^(packages|apps|e2e|prisma)\/.*\.tsx?$/)
    .filter((file) => !ownSource.test(file))
    .flatMap((file) => {
      const rules = /\.test\.tsx?$|^e2e\/specs\//.test(file) ? inTests : inProduct;
      const content = tree.read(file);
      return rules.filter(({ pattern }) => pattern.test(content)).map(({ what }) => `${file} ${what}`);
    });

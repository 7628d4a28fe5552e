import { type Check, matching } from "./tree.ts";

const text = /\.(ts|tsx|js|mjs|cjs|json|md|sql|prisma|yml|yaml|css|csv|py|txt|example)$|(^|\/)\.(npmrc|gitignore)$|^\.ci\/|CODEOWNERS$/;
const ownSource = /^packages\/tooling\/src\/checks\/forbidden-words(\.test)?\.ts$/;

const forbidden: { what: string; pattern: RegExp; skip?: RegExp }[] = [
  { what: "a registry's host", pattern: /\bregistry\.(npmjs|yarnpkg)\.\w+|^\s*(@[\w-]+:)?registry\s*=/m },
  { what: "a resolved download address", pattern: /"resolved": "https?:/ },
  {
    what: "an absolute path of one machine",
    skip: /\.test\.ts$/,
    pattern: /(?<![\w.:/*@$}~-])\/(home|root|Users|work|farm|mnt|tmp)\/[\w.-]+|\b[A-Z]:\\\\?Users\b/,
  },
  { what: "a left-over mark", pattern: /\b(TODO|FIXME|XXX)\b/ },
  { what: "a ticket number", pattern: /\b(issue|ticket|PR|pull request) #?\d+\b/i },
  { what: "a private key", pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
];

/** The repository runs anywhere and speaks of the product only: no hosts, machines or work in progress. */
export const checkForbiddenWords: Check = (tree) =>
  matching(tree, text)
    .filter((file) => !ownSource.test(file))
    .flatMap((file) => {
      const content = tree.read(file);
      return forbidden.flatMap(({ what, pattern, skip }) => {
        const found = skip?.test(file) ? null : pattern.exec(content);
        return found ? [`${file}:${content.slice(0, found.index).split("\n").length} holds ${what}`] : [];
      });
    });

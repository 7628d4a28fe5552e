import { type Check, matching } from "./tree.ts";

const limits = [
  { pattern: /^packages\/[^/]+\/README\.md$/, lines: 40, why: "a package explains itself on one screen" },
  { pattern: /^prisma\/schema\/.*\.prisma$/, lines: 500, why: "split the schema by domain" },
  { pattern: /\.css$/, lines: 300, why: "split the sheet by what it dresses" },
];

/** Sizes of the files no linter counts; source files are counted by `max-lines`. */
export const checkFileSizes: Check = (tree) => {
  matching(tree, /./);
  return limits.flatMap(({ pattern, lines, why }) =>
    tree.files
      .filter((file) => pattern.test(file))
      .map((file) => ({ file, length: tree.read(file).trimEnd().split("\n").length }))
      .filter(({ length }) => length > lines)
      .map(({ file, length }) => `${file} has ${length} lines, the limit is ${lines}: ${why}`),
  );
};

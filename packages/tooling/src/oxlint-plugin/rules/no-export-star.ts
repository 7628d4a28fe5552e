import type { Rule } from "../plugin-types.ts";

/** Index files are named re-exports: what a package offers can be read in one place, and nothing is loaded by accident. */
export const noExportStar: Rule = {
  create: (context) => ({
    ExportAllDeclaration(node) {
      context.report({ node, message: "Name what is exported; `export *` hides it." });
    },
  }),
};

import type { Rule } from "../plugin-types.ts";

/** The content security policy blocks style attributes in server HTML: geometry goes into classes, SVG attributes or `data-*`. */
export const noStyleAttribute: Rule = {
  create: (context) => ({
    JSXAttribute(node) {
      if (node.name.type !== "JSXIdentifier" || node.name.name !== "style") return;
      context.report({ node, message: "Use a class, an SVG attribute or data-*; the content security policy blocks style=." });
    },
  }),
};

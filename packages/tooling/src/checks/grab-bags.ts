import { type Check, matching } from "./tree.ts";

const grabBag = /(^|\/)(utils?|helpers?|common|misc|lib|shared)(\/|\.\w+$)/;

/** No file or folder is named after nothing in particular. */
export const checkGrabBags: Check = (tree) =>
  matching(tree, /^(packages|apps|e2e|prisma)\//)
    .filter((file) => grabBag.test(file))
    .map((file) => `${file} is a grab-bag name; name it after what it does`);

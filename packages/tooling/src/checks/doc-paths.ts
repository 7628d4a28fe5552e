import { posix } from "node:path";
import { type Check, type Tree, matching } from "./tree.ts";

const pathLike = /^[\w.@()[\]*<>{},-]+(\/[\w.@()[\]*<>{},-]+)*\/?$/;
const knownEnding = /\.(ts|tsx|js|mjs|cjs|md|json|sql|prisma|yml|yaml|css|csv|py|svg)$/;

/** Whether a backticked text claims to be a path: it starts at a top folder, or it has the ending of a file we keep. */
function claimsPath(text: string, tops: Set<string>): boolean {
  if (!pathLike.test(text) || text.startsWith("@")) return false;
  return (text.includes("/") && tops.has(text.split("/")[0] ?? "")) || knownEnding.test(text);
}

function pattern(text: string): RegExp {
  const escaped = text.replace(/\/$/, "").replace(/[.()[\]{}+^$|\\]/g, "\\$&");
  return new RegExp(`(^|/)${escaped.replace(/<[^>]*>/g, "[^/]+").replace(/\*\*?/g, "[^/]*")}(/|$)`);
}

function exists(text: string, from: string, tree: Tree, ignored: RegExp): boolean {
  const relative = posix.normalize(posix.join(posix.dirname(from), text)).replace(/\/$/, "");
  if (ignored.test(text) || tree.files.some((file) => file === relative || file.startsWith(`${relative}/`))) return true;
  const searched = pattern(text.replace(/^(\.\.?\/)+/, ""));
  return tree.files.some((file) => searched.test(file));
}

function ignoredPaths(tree: Tree): RegExp {
  const lines = tree.files.includes(".gitignore") ? tree.read(".gitignore").split("\n") : [];
  const plain = lines.filter((line) => /^[\w./-]+$/.test(line)).map((line) => line.replace(/\/$/, "").replaceAll(".", "\\."));
  return plain.length === 0 ? /^$/ : new RegExp(`(^|/)(${plain.join("|")})(/|$)`);
}

/** Every path that a Markdown file names in backticks exists, so documents cannot fall behind the tree. */
export const checkDocPaths: Check = (tree) => {
  const tops = new Set(tree.files.filter((file) => file.includes("/")).map((file) => file.split("/")[0] ?? ""));
  const ignored = ignoredPaths(tree);
  return matching(tree, /\.md$/).flatMap((file) => {
    const withoutBlocks = tree.read(file).replace(/^```[\s\S]*?^```/gm, "");
    const named = [...withoutBlocks.matchAll(/`([^`\n]+)`/g)].map(([, text]) => (text ?? "").replace(/(:\d+|#.*)$/, ""));
    const missing = named.filter((text) => claimsPath(text, tops) && !exists(text, file, tree, ignored));
    return [...new Set(missing)].map((text) => `${file} names \`${text}\`, which does not exist`);
  });
};

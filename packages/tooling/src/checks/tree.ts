import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The files a check looks at: paths from the root with forward slashes, and their text. */
export type Tree = { files: string[]; read(path: string): string };

/** A check answers with one sentence per problem, each starting with the path. */
export type Check = (tree: Tree) => string[];

const fixtures = /^packages\/tooling\/src\/.*\/fixtures\//;

function treeOf(root: string, files: string[]): Tree {
  if (files.length === 0) throw new Error(`no files found in ${root}: nothing was checked`);
  return { files: files.toSorted(), read: (path) => readFileSync(join(root, path), "utf8") };
}

/** The repository as it would be committed: tracked and new files, without the ignored ones and the guards' own fixtures. */
export function repositoryTree(root: string): Tree {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" });
  const files = listed.split("\0").filter((path) => path !== "" && !fixtures.test(path) && existsSync(join(root, path)));
  return treeOf(root, files);
}

/** Every file below a folder; the guards' tests point it at fixtures. */
export function folderTree(root: string): Tree {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  return treeOf(
    root,
    files.map((path) => path.replaceAll("\\", "/")),
  );
}

/** A tree of texts, for fixtures that other tools would take for real tests. */
export function textTree(texts: Record<string, string>): Tree {
  return { files: Object.keys(texts).toSorted(), read: (path) => texts[path] ?? "" };
}

/** The files whose path matches; a pattern that matches nothing is a mistake in the check, so it throws. */
export function matching(tree: Tree, pattern: RegExp): string[] {
  const found = tree.files.filter((path) => pattern.test(path));
  if (found.length === 0) throw new Error(`${pattern} matches no file: nothing was checked`);
  return found;
}

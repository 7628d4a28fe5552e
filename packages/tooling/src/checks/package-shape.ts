import { type Check, type Tree, matching } from "./tree.ts";

type Manifest = { name?: string; private?: boolean; dependencies?: Record<string, string>; devDependencies?: Record<string, string> };

const exact = /^(\d+\.\d+\.\d+[\w.-]*|npm:[\w@/-]+@\d+\.\d+\.\d+[\w.-]*)$/;

function looseVersions(manifest: Manifest): string[] {
  const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  return wanted
    .filter(([, version]) => !exact.test(version))
    .map(([name, version]) => `asks for ${name} ${version}; name one exact version`);
}

function missingFiles(tree: Tree, folder: string): string[] {
  if (!folder.startsWith("packages/")) return [];
  return ["README.md", "tsconfig.json"].filter((file) => !tree.files.includes(`${folder}/${file}`)).map((file) => `has no ${file}`);
}

/** Every package explains itself, is typechecked, stays private and names exact versions. */
export const checkPackageShape: Check = (tree) =>
  matching(tree, /^(packages\/[^/]+|apps\/[^/]+|e2e)\/package\.json$/).flatMap((file) => {
    const folder = file.replace("/package.json", "");
    const manifest = JSON.parse(tree.read(file)) as Manifest;
    const problems = [...missingFiles(tree, folder), ...looseVersions(manifest)];
    if (manifest.private !== true) problems.push("is not private");
    return problems.map((problem) => `${folder} ${problem}`);
  });

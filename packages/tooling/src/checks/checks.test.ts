import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkDocPaths } from "./doc-paths.ts";
import { checkEnvExample } from "./env-example.ts";
import { checkFileSizes } from "./file-sizes.ts";
import { checkForbiddenWords } from "./forbidden-words.ts";
import { checkGrabBags } from "./grab-bags.ts";
import { checkHonestTests } from "./honest-tests.ts";
import { checkMutationGuards } from "./mutation-guards.ts";
import { checkPackageShape } from "./package-shape.ts";
import { checkTableOwners } from "./table-owners.ts";
import { checkWorkflowFiles } from "./workflow-files.ts";
import { type Check, folderTree, textTree } from "./tree.ts";

const fixtures = join(import.meta.dirname, "fixtures");

const cases: { name: string; check: Check; problems: string[] }[] = [
  {
    name: "doc-paths",
    check: checkDocPaths,
    problems: ["`packages/claims/src/gone.ts`", "`ARCHITECTURE.md`", "`packages/nowhere/`"],
  },
  { name: "env-example", check: checkEnvExample, problems: ["does not list PORT", "lists SMTP_URL"] },
  {
    name: "table-owners",
    check: checkTableOwners,
    problems: [
      "apps/web/src/server/jobs.ts writes runs, which belongs to workflows",
      "packages/alerts/src/write-claim.ts writes claims, which belongs to claims",
      "packages/drift/src/write-claim.ts writes claim, which belongs to claims",
    ],
  },
  { name: "file-sizes", check: checkFileSizes, problems: ["README.md has 41 lines", "console.css has 301 lines"] },
  {
    name: "grab-bags",
    check: checkGrabBags,
    problems: ["claims/src/utils.ts", "claims/src/lib/x.ts", "web/src/shared/y.tsx", "e2e/helpers.ts"],
  },
  {
    name: "forbidden-words",
    check: checkForbiddenWords,
    problems: [
      ".npmrc:1 holds a registry's host",
      "package-lock.json:1 holds a resolved download address",
      "here.ts:1 holds an absolute path",
      "later.ts:1 holds a left-over mark",
      "README.md:1 holds a ticket number",
      "key.md:1 holds a private key",
    ],
  },
  {
    name: "mutation-guards",
    check: checkMutationGuards,
    problems: ["voidUpload does not check a permission", "voidUpload does not emit audit"],
  },
  {
    name: "package-shape",
    check: checkPackageShape,
    problems: ["has no README.md", "has no tsconfig.json", "asks for zod ^4.6.7", "is not private"],
  },
  {
    name: "workflow-files",
    check: checkWorkflowFiles,
    problems: [
      "uses actions/checkout@v4 without its full commit",
      "calls npm run verify:everything",
      "asks for more than reading",
      "lets `required` pass without db",
      "skips `required` when another job fails",
    ],
  },
];

describe.each(cases)("the check $name", ({ name, check, problems }) => {
  it("reports every problem of the bad fixture and nothing else", () => {
    const found = check(folderTree(join(fixtures, name, "bad")));
    for (const problem of problems) expect(found.filter((line) => line.includes(problem))).toHaveLength(1);
    expect(found).toHaveLength(problems.length);
  });

  it("keeps quiet on the good fixture", () => {
    expect(check(folderTree(join(fixtures, name, "good")))).toEqual([]);
  });
});

describe("the check honest-tests", () => {
  it.each([
    { file: "packages/claims/src/one.test.ts", text: 'vi.mock("@upstream/db");', problem: "replaces a real module" },
    { file: "packages/claims/src/two.test.ts", text: 'process.env.TZ = "UTC";', problem: "sets the environment" },
    { file: "packages/claims/src/skipped.test.ts", text: 'it.skip("works", () => {});', problem: "skips a test for no need it names" },
    { file: "e2e/specs/three.ts", text: "await page.waitForTimeout(500);", problem: "waits a fixed time" },
    {
      file: "packages/claims/src/four.ts",
      text: 'export const quick = process.env.NODE_ENV === "test";',
      problem: "behaves differently under test",
    },
  ])("says that $file $problem", ({ file, text, problem }) => {
    expect(checkHonestTests(textTree({ [file]: text }))).toEqual([`${file} ${problem}`]);
  });

  it("keeps quiet on spies and on reading the environment", () => {
    const text = 'it.skip("needs the reference values");\nvi.spyOn(clock, "now");\nif (process.env.DATABASE_URL === undefined) skip();';
    expect(checkHonestTests(textTree({ "packages/claims/src/one.test.ts": text }))).toEqual([]);
  });
});

describe("a check that cannot look", () => {
  it("throws when no Markdown file is there", () => {
    expect(() => checkDocPaths(folderTree(join(fixtures, "doc-paths/empty")))).toThrow("matches no file");
  });

  it("throws when env.ts names no variable", () => {
    expect(() => checkEnvExample(folderTree(join(fixtures, "env-example/empty")))).toThrow("no variable found");
  });

  it("throws when nobody said who owns a schema file", () => {
    expect(() => checkTableOwners(folderTree(join(fixtures, "table-owners/unknown")))).toThrow("say in table-owners.ts");
  });
});

describe("the set of checks", () => {
  it("has a case with fixtures for every check", () => {
    const checks = readdirSync(import.meta.dirname).filter(
      (file) => file.endsWith(".ts") && !/\.test\.ts$|^(tree|run-checks|verify)\.ts$/.test(file),
    );
    expect(["honest-tests.ts", ...cases.map(({ name }) => `${name}.ts`)].toSorted()).toEqual(checks.toSorted());
  });
});

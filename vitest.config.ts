import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    coverage: {
      provider: "v8",
      include: ["packages/*/src/**/*.ts"],
      exclude: [
        "**/*.test.ts",
        "packages/{bench,tooling}/**",
        "packages/db/src/{generated,testing,embedded}/**",
        "packages/db/src/migrate/cli.ts",
        "packages/workflows/src/contract/**",
      ],
      reporter: ["text-summary", "json-summary"],
      // Branches count every `?? 0` that the compiler wants behind an index and no run can reach.
      thresholds: { lines: 95, functions: 95, branches: 84 },
    },
    projects: [
      {
        test: {
          name: "unit",
          include: ["packages/*/src/**/*.test.ts", "apps/web/src/**/*.test.{ts,tsx}", "prisma/seed/**/*.test.ts"],
          exclude: ["**/*.db.test.ts", "**/node_modules/**"],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "db",
          include: ["packages/*/src/**/*.db.test.ts", "prisma/seed/**/*.db.test.ts", "apps/web/src/**/*.db.test.ts"],
          globalSetup: ["packages/db/src/testing/global-setup.ts"],
          provide: { inngestServerBin: process.env["INNGEST_SERVER_BIN"] ?? "" },
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});

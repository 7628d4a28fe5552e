import { defineConfig } from "playwright/test";

const executablePath = process.env["UPSTREAM_CHROMIUM"] ?? "/usr/bin/chromium";

export default defineConfig({
  testDir: "specs",
  testMatch: "**/*.spec.ts",
  globalSetup: "./fixtures/start-product.ts",
  fullyParallel: false,
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  retries: process.env["CI"] ? 1 : 0,
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: process.env["PLAYWRIGHT_JSON_OUTPUT_NAME"] ?? "../.upstream/reports/e2e.json" }]],
  outputDir: "../test-results",
  use: {
    browserName: "chromium",
    headless: true,
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath, args: ["--no-sandbox", "--disable-background-networking", "--disable-gpu"] },
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
});

import { testDatabase } from "@upstream/db/testing";
import type { TestDatabase } from "@upstream/db/testing";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { faultCases } from "./cases/fault-cases.ts";
import { failureCases } from "./cases/failure-cases.ts";
import { limitCases } from "./cases/limit-cases.ts";
import { orderCases } from "./cases/order-cases.ts";
import { timeCases } from "./cases/time-cases.ts";
import { openEmbeddedWorld } from "./embedded-world.ts";
import { startInngestServer } from "./inngest-server.ts";
import type { InngestServer } from "./inngest-server.ts";
import type { DriverUnderTest } from "./world.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Path of an Inngest server program (INNGEST_SERVER_BIN), when there is one. */
    inngestServerBin?: string | undefined;
  }
}

function contract(driver: DriverUnderTest): void {
  orderCases(driver);
  failureCases(driver);
  timeCases(driver);
  limitCases(driver);
  faultCases(driver);
}

describe("the embedded executor", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());
  contract({ name: "embedded", hasClock: true, open: (options) => openEmbeddedWorld(database.urlOf("app_jobs"), options) });
});

const program = inject("inngestServerBin") ?? "";

describe.skipIf(program === "")("an Inngest server, when INNGEST_SERVER_BIN names one", () => {
  let server: InngestServer;
  beforeAll(async () => {
    server = await startInngestServer(program);
  });
  afterAll(() => server.stop());
  contract({ name: "inngest", hasClock: false, open: () => server.open() });
});

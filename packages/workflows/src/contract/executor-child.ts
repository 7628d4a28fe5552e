import { silentLogger } from "@upstream/core";
import { Inngest } from "inngest";
import { serve } from "inngest/edge";
import { appendFileSync } from "node:fs";
import { createEmbedded, newKeys } from "../embedded/create-embedded.ts";

const [jobsUrl = "", journal = "", role = "bystander"] = process.argv.slice(2);
const quiet = { info() {}, warn() {}, error() {}, debug() {} };
const keys = newKeys();
const embedded = createEmbedded({ jobsUrl, keys, logger: silentLogger, leaseMs: 900, pollMs: 100, maxRuns: 4 });
const inngest = new Inngest({
  id: "killed",
  ...keys,
  baseUrl: embedded.client.baseUrl,
  fetch: embedded.client.fetch,
  isDev: false,
  checkpointing: false,
  logger: quiet,
});
const write = (line: string): void => appendFileSync(journal, `${line}\n`);

const work = inngest.createFunction({ id: "work", triggers: [{ event: "work/asked" }] }, async ({ step }) => {
  await step.run("one", () => write("one"));
  await step.run("two", async () => {
    write("two");
    if (role === "victim") await new Promise(() => setInterval(() => undefined, 60_000));
  });
  await step.run("three", () => write("three"));
});

const many = inngest.createFunction({ id: "many", triggers: [{ event: "many/asked" }] }, async ({ event, step }) => {
  for (const name of ["a", "b", "c"]) await step.run(name, () => write(`${String(event.data["number"])}${name}`));
  write(`${String(event.data["number"])} done`);
});

await embedded.start(serve({ client: inngest, functions: [work, many] }));
if (role === "victim") await inngest.send({ id: "work-1", name: "work/asked" });
if (role === "sender")
  await inngest.send(Array.from({ length: 40 }, (_, number) => ({ id: `many-${number}`, name: "many/asked", data: { number } })));
process.send?.("ready");

import { mkdirSync, writeFileSync } from "node:fs";
import { Agent } from "node:http";
import { join } from "node:path";
import { listClaims } from "@upstream/claims";
import { createDb } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { issueApiKey } from "@upstream/tenancy";
import { startProduct } from "@upstream/tooling/start-product";
import type { Product } from "@upstream/tooling/start-product";
import type { BareTask, BareTold } from "../bare-server.ts";
import { bigCustomer } from "../big-customer.ts";
import { startChild } from "../child.ts";
import type { Child } from "../child.ts";
import { closedLoop, fetchText } from "../closed-loop.ts";
import type { Call } from "../closed-loop.ts";
import { rowsOf } from "../figure.ts";
import type { BenchRun, Equality, Figure, Measured } from "../figure.ts";
import { interleave } from "../interleave.ts";
import { cpuDuring } from "../process-cpu.ts";
import { pairedRatio, statOf } from "../stats.ts";
import type { World } from "../world.ts";

const pageSize = 50;
const requests = 500;
const connections = 4;
/** A key may send 600 requests a minute; the keys take turns. */
const keys = 12;
const bareScript = new URL(import.meta.resolve("../bare-server.ts")).pathname;

type Sides = { product: Product; productCalls: Call[]; bare: Child<BareTold>; bareCall: Call };

/** The text of the statement that the product sends for this list, overheard. */
async function overhearList(world: World, ctx: CustomerCtx): Promise<string> {
  const heard: string[] = [];
  const db = createDb({ ...world.urls, poolSize: 2, onStatement: (sql) => heard.push(sql) });
  await listClaims({ ...ctx, db }, { limit: pageSize, sort: "-submittedDate" });
  await db.close();
  const [text, ...others] = heard;
  if (text === undefined || others.length > 0) throw new Error(`The claims list sends ${heard.length} statements; the anchor repeats one`);
  return text;
}

async function issueKeys(ctx: CustomerCtx): Promise<string[]> {
  const secrets: string[] = [];
  for (let number = 0; number < keys; number += 1)
    secrets.push((await issueApiKey(ctx, { name: `bench ${number}`, role: "viewer", scope: "read", expiresInDays: 1 })).secret);
  return secrets;
}

/** The product on the bench's own database: its secrets are the world's, and nothing waits in the outbox. */
async function startOnWorld(world: World): Promise<Product> {
  const stateDir = join(world.folder, "product");
  mkdirSync(stateDir, { recursive: true });
  writeFileSync(
    join(stateDir, "secrets.json"),
    JSON.stringify({ authSecret: world.seed, phiKek: world.kek.key.toString("base64"), seed: world.seed }),
    { mode: 0o600 },
  );
  await world.admin.query("UPDATE outbox_events SET sent_at = now() WHERE sent_at IS NULL");
  return startProduct({ stateDir, env: { DATABASE_URL: world.adminUrl } });
}

async function startSides(world: World, ctx: CustomerCtx): Promise<Sides> {
  const text = await overhearList(world, ctx);
  const secrets = await issueKeys(ctx);
  const task: BareTask = { adminUrl: world.adminUrl, text, values: [ctx.customerId, ctx.customerId, pageSize + 1], limit: pageSize };
  const product = await startOnWorld(world);
  const bare = await startChild<BareTold>(bareScript, task);
  const url = `${product.apiUrl ?? `${product.url}/api/v1`}/claims?limit=${pageSize}`;
  return {
    product,
    bare,
    productCalls: secrets.map((secret) => ({ url, headers: { authorization: `Bearer ${secret}` } })),
    bareCall: { url: `http://127.0.0.1:${bare.told.port}/`, headers: {} },
  };
}

async function compare({ productCalls, bareCall }: Sides): Promise<Equality[]> {
  const agent = new Agent();
  const [ours, theirs] = await Promise.all(
    [productCalls[0] as Call, bareCall].map(async (call) => JSON.parse(await fetchText(agent, call)) as { items: object[] }),
  );
  agent.destroy();
  const same = JSON.stringify(ours?.items) === JSON.stringify(theirs?.items) && ours?.items.length === pageSize;
  return [{ check: `both servers answer with the same ${pageSize} claims`, ok: same }];
}

async function measureSides(
  sides: Sides,
  rounds: number,
): Promise<Pick<Measured, "product" | "anchor" | "ratio" | "details" | "equality" | "loadAvg">> {
  const load = { count: requests, connections };
  const wall = { product: [] as number[], anchor: [] as number[] };
  const time = async (pid: number, calls: readonly Call[], walls: number[]) => {
    const begun = performance.now();
    const cpu = await cpuDuring(pid, () => closedLoop(calls, load));
    walls.push((performance.now() - begun) / 1000);
    return cpu / requests;
  };
  const product = () => time(sides.product.pid, sides.productCalls, wall.product);
  const anchor = () => time(sides.bare.pid, [sides.bareCall], wall.anchor);
  const equality = await compare(sides);
  await product();
  await anchor();
  wall.product.length = 0;
  wall.anchor.length = 0;
  const taken = await interleave(rounds, product, anchor);
  const rates = (walls: number[]) => walls.map((seconds) => requests / seconds);
  return {
    product: statOf(taken.product),
    anchor: statOf(taken.anchor),
    ratio: pairedRatio(taken.product, taken.anchor),
    details: [
      { name: `requests/s over ${connections} connections`, unit: "1/s", stat: statOf(rates(wall.product)) },
      { name: "requests/s / anchor", unit: "", stat: pairedRatio(rates(wall.product), rates(wall.anchor)) },
    ],
    equality,
    loadAvg: taken.loadAvg,
  };
}

async function measure(bench: BenchRun, rows: number): Promise<Measured> {
  const ctx = await bigCustomer(bench, rows, "bench");
  const sides = await startSides(bench.world, ctx);
  try {
    return { params: { rows, base: 0 }, ...(await measureSides(sides, bench.options.rounds)) };
  } finally {
    await sides.bare.stop();
    await sides.product.stop();
  }
}

/** CPU of the server for one page of the claims list, with key, limit, policies and schema, beside the least that can answer the same. */
export const claimsList: Figure = {
  id: "A1",
  defaultRows: 1_000_000,
  run: async (bench) => [await measure(bench, rowsOf(claimsList, bench.options))],
};

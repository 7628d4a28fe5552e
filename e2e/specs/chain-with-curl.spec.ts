import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startProduct } from "@upstream/tooling/start-product";
import { Api } from "../fixtures/api.ts";
import { expect, test } from "../fixtures/test.ts";

const root = resolve(import.meta.dirname, "../..");

function commandsOfReadme(stateDir: string): string {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const block = /<!-- chain:begin -->\n```\n([\s\S]*?)\n```\n<!-- chain:end -->/.exec(readme)?.[1];
  if (!block) throw new Error("The README shows no chain");
  return block.replaceAll('"./.upstream/', `"${stateDir}/`).replaceAll(".upstream/", `${stateDir}/`);
}

test("the README's commands alone find the payer that denies more, and no other", async () => {
  const stateDir = mkdtempSync(join(tmpdir(), "upstream-curl-"));
  const product = await startProduct({ stateDir });
  try {
    const from = Date.now();
    const run = spawnSync("bash", ["-euo", "pipefail", "-c", commandsOfReadme(stateDir)], {
      cwd: root,
      encoding: "utf8",
      timeout: 150_000,
    });
    expect(run.stderr).toBe("");
    expect(run.status).toBe(0);
    expect(Date.now() - from).toBeLessThan(120_000);
    const owner = product.accounts.find((account) => account.customer === "New Practice")!;
    const api = await new Api(product.apiUrl).signIn(owner.email, owner.password);
    const events = await api.get<{ items: { payer: string; signal: string; isHarm: boolean }[] }>("/drift/events?limit=200");
    const alerts = await api.get<{ items: { payer: string }[] }>("/alerts?limit=200");
    expect(new Set(events.items.map((event) => event.payer))).toEqual(new Set(["Dorrance Insurance Group"]));
    expect(new Set(alerts.items.map((alert) => alert.payer))).toEqual(new Set(["Dorrance Insurance Group"]));
  } finally {
    await product.stop();
    rmSync(stateDir, { recursive: true, force: true });
  }
});

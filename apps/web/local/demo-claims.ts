import { systemClock } from "@upstream/core";
import { cedar } from "../../../prisma/seed/scenarios/cedar.ts";
import { dirtyUpload } from "../../../prisma/seed/scenarios/dirty-upload.ts";
import { quiet } from "../../../prisma/seed/scenarios/quiet.ts";
import type { Scenario } from "../../../prisma/seed/scenarios/scenario.ts";
import { today } from "./demo-accounts.ts";
import type { Account } from "./demo-accounts.ts";
import { say, step } from "./steps.ts";

type Upload = { id: string; status: string; rowCount: number | null; rejectedCount: number | null };
const ended = new Set(["completed", "partial", "failed", "cancelled"]);
const patienceMs = 300_000;

class Api {
  readonly #base: string;
  #token = "";

  constructor(base: string) {
    this.#base = base;
  }

  async #send<T>(path: string, init: RequestInit = {}): Promise<T> {
    const response = await fetch(`${this.#base}${path}`, {
      ...init,
      headers: { ...init.headers, ...(this.#token && { authorization: `Bearer ${this.#token}` }) },
    });
    const body = (await response.json()) as T & { title?: string; code?: string };
    if (!response.ok) throw new Error(`${init.method ?? "GET"} ${path} answered ${response.status} ${body.code ?? body.title ?? ""}`);
    return body;
  }

  async signIn(account: Account): Promise<void> {
    const body = JSON.stringify({ email: account.email, password: account.password });
    this.#token = (
      await this.#send<{ accessToken: string }>("/auth/token", { method: "POST", headers: { "content-type": "application/json" }, body })
    ).accessToken;
  }

  async countUploads(): Promise<number> {
    return (await this.#send<{ items: unknown[] }>("/uploads?limit=1")).items.length;
  }

  async upload(file: { name: string; csv: string }): Promise<Upload> {
    const form = new FormData();
    form.set("file", new Blob([file.csv], { type: "text/csv" }), file.name);
    return this.#send<Upload>("/uploads", { method: "POST", body: form });
  }

  async waitFor(id: string): Promise<Upload> {
    const until = Date.now() + patienceMs;
    while (Date.now() < until) {
      const upload = await this.#send<Upload>(`/uploads/${id}`);
      if (ended.has(upload.status)) return upload;
      await systemClock.sleep(250);
    }
    throw new Error(`The upload ${id} did not end within ${patienceMs / 1000} seconds`);
  }

  async waitForDrift(count: number): Promise<void> {
    const until = Date.now() + patienceMs;
    while (Date.now() < until) {
      const { items } = await this.#send<{ items: { status: string }[] }>("/drift/runs?limit=50");
      if (items.length >= count && items.every((run) => run.status !== "running")) return;
      await systemClock.sleep(250);
    }
    throw new Error("The drift runs did not end");
  }
}

async function load(api: Api, scenario: Scenario): Promise<void> {
  for (const file of scenario.files) {
    const label = `${scenario.customer}: ${file.name}`;
    const upload = await step(label, async () => api.waitFor((await api.upload(file)).id));
    say(`${" ".repeat(4)}${upload.rowCount ?? 0} rows, ${upload.rejectedCount ?? 0} rejected, ${upload.status}`);
  }
  await api.waitForDrift(1);
}

/** Sends the demo's files through the API like any other system, once; a customer that has uploads is left alone. */
export async function loadDemoClaims(apiUrl: string, accounts: readonly Account[]): Promise<void> {
  for (const build of [cedar, dirtyUpload, quiet]) {
    const scenario = build(today());
    const owner = accounts.find((account) => account.customer === scenario.customer && account.role === "owner");
    if (!owner) throw new Error(`The demo has no owner for ${scenario.customer}`);
    const api = new Api(apiUrl);
    await api.signIn(owner);
    if ((await api.countUploads()) === 0) await load(api, scenario);
  }
}

import { quiet } from "../../prisma/seed/scenarios/quiet.ts";
import { slowPayer } from "../../prisma/seed/scenarios/slow-payer.ts";
import { denialSpike } from "../../prisma/seed/scenarios/denial-spike.ts";
import type { Scenario } from "../../prisma/seed/scenarios/scenario.ts";
import { until } from "../fixtures/api.ts";
import type { Api } from "../fixtures/api.ts";
import { expect, test } from "../fixtures/test.ts";

type Event = {
  signal: string;
  payer: string;
  cptGroup: string | null;
  direction: string;
  isHarm: boolean;
  before: number;
  now: number;
  effect: number;
  effectLow: number;
  effectHigh: number;
};
type Run = { status: string; lookCount: number; historyDays: number };

const today = Math.floor(Date.now() / 86_400_000);

async function send(api: Api, scenario: Scenario): Promise<{ runs: Run[]; events: Event[]; alerts: { payer: string }[] }> {
  for (const file of scenario.files) {
    const { id } = await api.upload<{ id: string }>(file.name, file.csv);
    const upload = await until(
      () => api.get<{ status: string }>(`/uploads/${id}`),
      (seen) => ["completed", "partial", "failed"].includes(seen.status),
      120,
    );
    expect(upload.status).toBe("completed");
  }
  const runs = await until(
    () => api.get<{ items: Run[] }>("/drift/runs"),
    ({ items }) => items.length >= scenario.files.length,
    60,
  );
  if (scenario.truths.length > 0)
    await until(
      () => api.get<{ items: unknown[] }>("/alerts"),
      ({ items }) => items.length > 0,
      60,
    );
  const events = await api.get<{ items: Event[] }>("/drift/events?limit=200");
  const alerts = await api.get<{ items: { payer: string }[] }>("/alerts?limit=200");
  return { runs: runs.items, events: events.items, alerts: alerts.items };
}

test("over a year in which nothing changes raises no alert", async ({ customer }) => {
  const { runs, events, alerts } = await send(customer.api, quiet(today));
  expect(runs[0]).toMatchObject({ status: "COMPLETED" });
  expect(runs[0]!.lookCount).toBeGreaterThan(25);
  expect(events.filter((event) => event.isHarm)).toEqual([]);
  expect(alerts).toEqual([]);
});

test("a jump of denials is found at its payer, upwards, with the planted size inside the interval", async ({ customer }) => {
  const scenario = denialSpike(today);
  const [truth] = scenario.truths;
  const { events, alerts } = await send(customer.api, scenario);
  expect(new Set(alerts.map((alert) => alert.payer))).toEqual(new Set([truth!.payer]));
  const whole = events.find((event) => event.signal === truth!.signal)!;
  expect(whole).toMatchObject({ payer: truth!.payer, direction: "higher", isHarm: true });
  const planted = truth!.after - truth!.before;
  expect(whole.effectLow).toBeLessThanOrEqual(planted);
  expect(whole.effectHigh).toBeGreaterThanOrEqual(planted);
});

test("a payer that decides later is found, and only that payer", async ({ customer }) => {
  const scenario = slowPayer(today);
  const [truth] = scenario.truths;
  const { events, alerts } = await send(customer.api, scenario);
  expect(new Set(alerts.map((alert) => alert.payer))).toEqual(new Set([truth!.payer]));
  const slower = events.find((event) => event.signal === "DECISION_TIME")!;
  expect(slower).toMatchObject({ payer: truth!.payer, direction: "higher", isHarm: true });
  expect(slower.effect).toBeGreaterThan(5);
});

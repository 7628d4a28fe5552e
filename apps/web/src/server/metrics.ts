import { countDueDeliveries } from "@upstream/alerts";
import { readOutboxState } from "@upstream/db";
import type { Db } from "@upstream/db";
import type { Workflows } from "@upstream/workflows";
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";

export type MetricSources = { db: Db; now: () => Date; load: Workflows["load"] };
export type Answered = { door: string; method: string; status: number; seconds: number };
export type Metrics = { count(answered: Answered): void; contentType: string; text(): Promise<string> };

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

function watchRequests(registers: Registry[]): (answered: Answered) => void {
  const requests = new Counter({
    name: "upstream_http_requests_total",
    help: "Answered requests",
    labelNames: ["door", "method", "status"],
    registers,
  });
  const durations = new Histogram({
    name: "upstream_http_request_seconds",
    help: "From the request's head to the end of its answer",
    labelNames: ["door"],
    buckets: seconds,
    registers,
  });
  return ({ door, method, status, seconds: took }) => {
    requests.inc({ door, method, status });
    durations.observe({ door }, took);
  };
}

/** Sets gauges from one look at the database for each scrape; a look that fails leaves them out. */
function watchBacklog(registers: Registry[], { db, now, load }: MetricSources): () => Promise<void> {
  const gauge = (name: string, help: string, labelNames: string[] = []) => new Gauge({ name, help, labelNames, registers });
  const waiting = gauge("upstream_outbox_waiting", "Events that have not left the outbox");
  const age = gauge("upstream_outbox_oldest_seconds", "Age of the oldest event that waits");
  const due = gauge("upstream_deliveries_due", "Deliveries whose time has come");
  const active = gauge("upstream_workflow_runs_active", "Runs that have not ended", ["workflow"]);
  const failed = gauge("upstream_workflow_runs_failed_day", "Runs that failed within a day", ["workflow"]);
  const oldest = gauge("upstream_workflow_oldest_due_seconds", "Age of the oldest run that waits for its turn", ["workflow"]);
  return async () => {
    const [outbox, deliveries, runs] = await Promise.all([readOutboxState(db, now()), countDueDeliveries(db, now()), load()]);
    waiting.set(outbox.waiting);
    age.set(outbox.oldestSeconds);
    due.set(deliveries);
    for (const { functionId: workflow, ...run } of runs ?? []) {
      active.set({ workflow }, run.active);
      failed.set({ workflow }, run.failedLastDay);
      oldest.set({ workflow }, run.oldestDueSeconds);
    }
  };
}

/** Figures of this process and of the work that waits, for Prometheus: counts and ages, no ids of customers. */
export function createMetrics(sources: MetricSources): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "upstream_" });
  const count = watchRequests([registry]);
  const look = watchBacklog([registry], sources);
  return {
    count,
    contentType: registry.contentType,
    text: async () => {
      await look();
      return registry.metrics();
    },
  };
}

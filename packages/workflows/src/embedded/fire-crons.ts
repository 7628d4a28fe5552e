import { slotAfter, slotBefore } from "./cron.ts";
import { NOTIFY_WAKE } from "./jobs-db.ts";
import type { JobsDb, Sql } from "./jobs-db.ts";
import type { CronTrigger, FunctionTable, LearnedFunction } from "./learn-functions.ts";
import type { EventRecord } from "./protocol.ts";
import { startRuns } from "./start-runs.ts";

type Slot = { fn: LearnedFunction; cron: CronTrigger; at: Date };

function timerEvent({ fn, cron, at }: Slot, now: Date): EventRecord {
  const data = { cron: cron.text, scheduledAt: at.toISOString(), fireAt: at.toISOString() };
  return { id: `${fn.id}:${cron.text}:${at.toISOString()}`, name: "inngest/scheduled.timer", data, ts: now.getTime() };
}

async function takeSlot(sql: Sql, slot: Slot): Promise<boolean> {
  const rows = await sql(
    `INSERT INTO jobs.cron_slots (function_id, schedule, slot) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING slot`,
    [slot.fn.id, slot.cron.text, slot.at],
  );
  return rows.length === 1;
}

/** The first sight of a schedule only marks where it starts; of several missed slots the latest runs, once. */
async function fireSlot(sql: Sql, slot: Slot, now: Date): Promise<void> {
  const [last] = await sql<{ slot: Date | null }>(
    `SELECT max(slot) AS slot FROM jobs.cron_slots WHERE function_id = $1 AND schedule = $2`,
    [slot.fn.id, slot.cron.text],
  );
  const known = last?.slot ?? null;
  if (known !== null && known >= slot.at) return;
  if (!(await takeSlot(sql, slot)) || known === null) return;
  const [runId] = await startRuns(sql, [{ fn: slot.fn, event: timerEvent(slot, now) }], now);
  await sql(`UPDATE jobs.cron_slots SET run_id = $4 WHERE function_id = $1 AND schedule = $2 AND slot = $3`, [
    slot.fn.id,
    slot.cron.text,
    slot.at,
    runId,
  ]);
  await sql(NOTIFY_WAKE);
}

export type CronTable = {
  /** Starts what has come due. */
  fire: (now: Date) => Promise<void>;
  /** The next slot of any schedule, or null. */
  next: () => Date | null;
};

/** Watches the schedules of all functions; several executors may watch the same ones. */
export function createCronTable(db: JobsDb, table: FunctionTable): CronTable {
  const entries = [...table.values()].flatMap((fn) => fn.crons.map((cron) => ({ fn, cron, next: new Date(0) })));
  return {
    fire: async (now) => {
      for (const entry of entries.filter((one) => one.next <= now)) {
        const at = slotBefore(entry.cron.schedule, now);
        await db.inTransaction((sql) => fireSlot(sql, { fn: entry.fn, cron: entry.cron, at }, now));
        entry.next = slotAfter(entry.cron.schedule, now);
      }
    },
    next: () => entries.reduce<Date | null>((first, entry) => (first === null || entry.next < first ? entry.next : first), null),
  };
}

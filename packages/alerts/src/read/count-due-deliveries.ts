import { readAsSystem } from "@upstream/db";
import type { Db } from "@upstream/db";

/** Deliveries of all customers whose time has come, those being attempted included. */
export async function countDueDeliveries(db: Db, now: Date): Promise<number> {
  const [row] = await readAsSystem<{ due: number }>("health", db, {
    name: "deliveries-due",
    text: "SELECT count(*)::int AS due FROM deliveries WHERE state = 'pending' AND next_attempt_at <= $1",
    params: [now],
  });
  return row?.due ?? 0;
}

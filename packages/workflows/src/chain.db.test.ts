import { createAlertRule, listAlerts } from "@upstream/alerts";
import { createAlertRuleInput, listAlertsInput } from "@upstream/alerts/schemas";
import { receiveUpload } from "@upstream/claims";
import { dayOf, isoOf } from "@upstream/core";
import { auditOf } from "@upstream/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bytesOf, openProductWorld } from "./contract/product-world.ts";
import type { ProductWorld } from "./contract/product-world.ts";

const HISTORY_END = dayOf("2026-04-28");
const SPIKE_END = dayOf("2026-06-09");
const HEADER = "claim_id,payer,cpt,submitted_date,decided_date,outcome,billed_amount,allowed_amount,paid_amount,denial_reason_code";
const PATIENCE = { timeout: 60_000 };

function claimLine(payer: string, day: number, number: number, isDenied: boolean): string {
  const days = [isoOf(day - 7 - (number % 3)), isoOf(day)];
  const money = isDenied ? ["denied", "150.00", "100.00", "0", "197"] : ["paid", "150.00", "100.00", "80.00", ""];
  return [`${payer}-${day}-${number}`, payer, "99213", ...days, ...money].join(",");
}

/** Claims of three payers decided between two days, twelve each and day; Aetna denies `denied` of twelve, the others one. */
function claimFile(from: number, to: number, denied: number): string {
  const lines = [HEADER];
  for (let day = from; day < to; day += 1) {
    for (const payer of ["Aetna", "Cigna", "Humana"]) {
      for (let number = 0; number < 12; number += 1) lines.push(claimLine(payer, day, number, number < (payer === "Aetna" ? denied : 1)));
    }
  }
  return `${lines.join("\n")}\n`;
}

describe("the chain from an upload to a webhook", () => {
  let world: ProductWorld;
  beforeAll(async () => {
    world = await openProductWorld(`${isoOf(HISTORY_END)}T12:00:00.000Z`);
    await createAlertRule(world.owner, createAlertRuleInput.parse({ name: "Everything" }));
    await world.workflows.start();
  });
  afterAll(() => world.close());

  it("says nothing of a quiet history, and raises an alert when a payer starts to deny", { timeout: 120_000 }, async () => {
    const { owner, receiver } = world;
    const actions = async (): Promise<string[]> => (await auditOf(owner)).map((row) => row.action);
    await receiveUpload(owner, { filename: "history.csv", body: bytesOf(claimFile(HISTORY_END - 330, HISTORY_END, 1)) });
    await expect.poll(() => receiver.count("upload.processed"), PATIENCE).toBe(1);
    await expect.poll(actions, PATIENCE).toContain("drift.run");
    await world.idle();
    expect(receiver.count("drift.detected")).toBe(0);

    world.clock.set(`${isoOf(SPIKE_END)}T12:00:00.000Z`);
    await receiveUpload(owner, { filename: "spike.csv", body: bytesOf(claimFile(HISTORY_END, SPIKE_END, 6)) });
    await expect.poll(() => receiver.count("alert.raised"), PATIENCE).toBeGreaterThan(0);
    await expect.poll(() => receiver.count("drift.detected"), PATIENCE).toBeGreaterThan(0);
    expect(receiver.count("upload.processed")).toBe(2);
    expect(new Set(receiver.heard.map((one) => one.messageId)).size).toBe(receiver.heard.length);
    expect((await listAlerts(owner, listAlertsInput.parse({}))).items.length).toBeGreaterThan(0);
    const actors = new Set((await auditOf(owner)).map((row) => row.actor));
    for (const name of ["process-upload", "scan-drift", "evaluate-alerts"]) expect(actors).toContain(`workflow:${name}`);
  });
});

import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { newId, phiKeysFrom, systemClock } from "@upstream/core";
import { createCustomer, testDatabase } from "@upstream/db/testing";
import pg from "pg";
import { expect, it } from "vitest";
import { createOutbound, createEndpoint, planEventDeliveries, createChannel, attemptDeliveries } from "../index.ts";
import { startReceiver } from "../testing/receiver.ts";
import { startMailServer } from "../testing/mail-server.ts";
import { evaluateFindings, findingOf } from "../testing/findings.ts";
import { addressHash } from "../mail/mail-transport.ts";

it("kill -9", async () => {
  const database = await testDatabase();
  const k1 = randomBytes(32), k2 = randomBytes(32);
  const base = await createCustomer(database.db, { clock: systemClock });
  const ctx = { ...base, phi: phiKeysFrom(new Map([[1, k1]]), 1, k2) };
  const receiver = await startReceiver();
  receiver.answer((_r, res) => { setTimeout(() => res.end(), 15); });
  const smtp = await startMailServer();
  const outbound = createOutbound({ smtpUrl: smtp.url, mailFrom: "a@upstream.health", outboundAllow: "127.0.0.1", consoleUrl: "https://c.upstream.health" });
  const endpoint = await createEndpoint(ctx, { url: receiver.url, events: ["alert.raised"], description: null, headers: {} }, outbound);
  for (let i = 0; i < 90; i++) await planEventDeliveries(ctx, { eventId: newId<any>(), name: "alert.raised", data: { alertId: newId<any>() } }, outbound);
  await createChannel(ctx, { kind: "email", name: "B", isEnabled: true, config: { recipients: ["a@example.com"] } }, outbound);
  await evaluateFindings(ctx, Array.from({ length: 10 }, (_, i) => findingOf({ payer: "P" + i })));
  const admin = new pg.Client(database.adminUrl); await admin.connect();
  const expire = () => admin.query("UPDATE deliveries SET locked_until = now() - interval '1 second' WHERE locked_until IS NOT NULL AND state='pending'");
  for (const [target, count] of [[`endpoint:${endpoint.id}`, () => receiver.received.length], [`mailbox:${addressHash("a@example.com")}`, () => smtp.mails.length]] as const) {
    let kills = 0;
    for (let round = 0; round < 2; round++) {
      const before = count();
      const child = spawn(process.execPath, [new URL("child.ts", import.meta.url).pathname, JSON.stringify({ urls: database.urls, customerId: ctx.customerId, k1: k1.toString("hex"), k2: k2.toString("hex"), smtp: smtp.url, target })], { stdio: ["ignore", "inherit", "inherit"] });
      let exited = false; child.on("exit", () => { exited = true; });
      while (count() < before + 2 && !exited) await new Promise((r) => setTimeout(r, 1));
      if (!exited) { child.kill("SIGKILL"); kills++; await new Promise((r) => child.on("exit", r)); }
      await expire();
    }
    console.log(target, "kills", kills, "seen", count());
    await attemptDeliveries(ctx, { targetKey: target }, outbound);
    const rows = await admin.query("SELECT state, count(*)::int n FROM deliveries WHERE target_key=$1 GROUP BY 1", [target]);
    console.log((await admin.query("SELECT attempt, tries, last_error, last_status, locked_until, next_attempt_at, now() FROM deliveries WHERE target_key=$1 AND state<>'delivered'", [target])).rows);
    console.log(target, rows.rows, "seen", count(), "distinct", target.startsWith("end") ? new Set(receiver.received.map((r) => r.headers["webhook-id"])).size : new Set(smtp.mails.map((m) => m.messageId)).size);
  }
  await admin.end(); outbound.close(); await receiver.close(); await smtp.close(); await database.close();
}, 120_000);

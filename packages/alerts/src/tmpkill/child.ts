import { createDb } from "@upstream/db";
import { phiKeysFrom, silentLogger, systemClock } from "@upstream/core";
import { attemptDeliveries, createOutbound } from "../index.ts";
const cfg = JSON.parse(process.argv[2] ?? "{}");
const db = createDb({ ...cfg.urls, poolSize: 4 });
const ctx = { db, customerId: cfg.customerId, actor: { kind: "workflow", name: "deliver" }, requestId: "r", clock: systemClock, logger: silentLogger,
  phi: phiKeysFrom(new Map([[1, Buffer.from(cfg.k1, "hex")]]), 1, Buffer.from(cfg.k2, "hex")) } as any;
const outbound = createOutbound({ smtpUrl: cfg.smtp, mailFrom: "a@upstream.health", outboundAllow: "127.0.0.1", consoleUrl: "https://c.upstream.health" });
const r = await attemptDeliveries(ctx, { targetKey: cfg.target }, outbound);
console.log(JSON.stringify(r));
process.exit(0);

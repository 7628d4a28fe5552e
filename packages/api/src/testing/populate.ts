import { createAlertRule, createChannel, createEndpoint, listDeliveries, planEventDeliveries } from "@upstream/alerts";
import { createAlertRuleInput, createChannelInput, createEndpointInput } from "@upstream/alerts/schemas";
import { newId } from "@upstream/core";
import type { Id, SuppressionId } from "@upstream/core";
import { inCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { issueApiKey, inviteMember, upsertColumnMapping, upsertCptMapping, upsertPayerMapping } from "@upstream/tenancy";
import { runChain } from "./run-chain.ts";
import type { Chain } from "./run-chain.ts";
import type { Place, World } from "./world.ts";

/** Ids of a customer's rows by the entity that inputs name. */
export type Population = Map<string, string[]>;

async function addPeople(world: World, { owner }: Place, canary: string): Promise<Population> {
  const { member } = await inviteMember(owner, world.deps, { email: `${canary}@example.com`, name: canary, role: "viewer" });
  const key = await issueApiKey(owner, { name: canary, role: "viewer", scope: "read", expiresInDays: 1 });
  return new Map<string, string[]>([
    ["user", [member.userId]],
    ["member", [member.id]],
    ["apiKey", [key.id]],
  ]);
}

async function addMappings(ctx: CustomerCtx, canary: string): Promise<Population> {
  const payer = await upsertPayerMapping(ctx, { rawName: canary, payerName: canary });
  const cpt = await upsertCptMapping(ctx, {
    cptFrom: "99401",
    cptTo: "99415",
    cptGroup: canary.toUpperCase().replaceAll("-", "_").slice(0, 40),
  });
  const columns = await upsertColumnMapping(ctx, { name: canary, columns: { payer: canary }, dayFirst: false });
  return new Map<string, string[]>([["mapping", [payer.id, cpt.id, columns.id]]]);
}

async function addTargets(world: World, ctx: CustomerCtx, marks: { canary: string; uploadId: string }): Promise<Population> {
  const { outbound } = world.deps;
  const rule = await createAlertRule(ctx, createAlertRuleInput.parse({ name: marks.canary }));
  const channel = await createChannel(
    ctx,
    createChannelInput.parse({ kind: "email", name: marks.canary, config: { recipients: [`${marks.canary}@example.com`] } }),
    outbound,
  );
  const endpoint = await createEndpoint(
    ctx,
    createEndpointInput.parse({
      url: `https://hooks.example.com/${marks.canary}`,
      events: ["upload.processed"],
      description: marks.canary,
    }),
    outbound,
  );
  await planEventDeliveries(ctx, { eventId: newId<Id<"event">>(), name: "upload.processed", data: { uploadId: marks.uploadId } }, outbound);
  const { items } = await listDeliveries(ctx, { limit: 10, sort: "-createdAt" });
  return new Map<string, string[]>([
    ["alertRule", [rule.id]],
    ["channel", [channel.id]],
    ["endpoint", [endpoint.id]],
    ["delivery", items.map((item) => item.id)],
  ]);
}

async function addOddities(ctx: CustomerCtx, { uploadId, alertId }: Chain): Promise<Population> {
  const { customerId } = ctx;
  const now = ctx.clock.now();
  const ids = { anomaly: newId<Id<"anomaly">>(), suppression: newId<SuppressionId>() };
  await inCustomer(ctx, async (tx) => {
    await tx.anomaly.create({
      data: { customerId, id: ids.anomaly, uploadId, kind: "VOLUME", subject: "rows", severity: "low", value: 1, usual: 2 },
    });
    const { dedupeKey } = await tx.alert.findUniqueOrThrow({
      where: { customerId_id: { customerId, id: alertId } },
      select: { dedupeKey: true },
    });
    const untilAt = new Date(now.getTime() + 3_600_000);
    await tx.suppression.create({
      data: { customerId, id: ids.suppression, alertId, dedupeKey, reason: "cooldown", untilAt, createdAt: now },
    });
  });
  return new Map<string, string[]>([
    ["anomaly", [ids.anomaly]],
    ["suppression", [ids.suppression]],
  ]);
}

/** Gives a customer at least one row of every entity; every text of it that can holds the canary. */
export async function populate(world: World, place: Place, canary: string): Promise<Population> {
  const { owner } = place;
  const chain = await runChain(owner, canary);
  const parts = [
    await addPeople(world, place, canary),
    await addMappings(owner, canary),
    await addTargets(world, owner, { canary, uploadId: chain.uploadId }),
    await addOddities(owner, chain),
  ];
  const { uploadId, claimId, payerId, driftRunId, driftEventId, alertId } = chain;
  const made: [string, string[]][] = [
    ["customer", [place.customerId]],
    ["upload", [uploadId]],
    ["claim", [claimId]],
    ["payer", [payerId]],
    ["driftRun", [driftRunId]],
    ["driftEvent", [driftEventId]],
    ["alert", [alertId]],
  ];
  return new Map([...made, ...parts.flatMap((part) => [...part])]);
}

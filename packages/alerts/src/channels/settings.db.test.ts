import { fixedClock } from "@upstream/core";
import { inCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { createCustomer, createMember, expectAudit, testDatabase } from "@upstream/db/testing";
import type { TestDatabase } from "@upstream/db/testing";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createAlertRule } from "../alert-rules/create-alert-rule.ts";
import { deleteAlertRule } from "../alert-rules/delete-alert-rule.ts";
import { getAlertRule } from "../alert-rules/get-alert-rule.ts";
import { listAlertRules } from "../alert-rules/list-alert-rules.ts";
import { createAlertRuleInput } from "../alert-rules/rule-schemas.ts";
import { updateAlertRule } from "../alert-rules/update-alert-rule.ts";
import { listDeliveries } from "../deliveries/list-deliveries.ts";
import { createOutbound } from "../outbound.ts";
import { evaluateFindings, findingOf } from "../testing/findings.ts";
import { startReceiver } from "../testing/receiver.ts";
import { attemptDeliveries } from "../deliveries/attempt-deliveries.ts";
import { createChannelInput } from "./channel-schemas.ts";
import { createChannel } from "./create-channel.ts";
import { deleteChannel } from "./delete-channel.ts";
import { getChannel } from "./get-channel.ts";
import { listChannels } from "./list-channels.ts";
import { sendTest } from "./send-test.ts";
import { updateChannel } from "./update-channel.ts";

let database: TestDatabase;
let ctx: CustomerCtx;
const outbound = createOutbound({
  mailFrom: "a@upstream.health",
  outboundAllow: "127.0.0.1",
  consoleUrl: "https://console.upstream.health",
});
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  ctx = await createCustomer(database.db, { clock: fixedClock("2026-05-20T18:00:00Z") });
});

const page = { limit: 50 } as const;
const mail = (name: string, recipients = ["a@example.com"]) => createChannelInput.parse({ kind: "email", name, config: { recipients } });
const slackAt = (webhookUrl: string) => createChannelInput.parse({ kind: "slack", name: "Slack", secrets: { webhookUrl } });

it("gives a new customer a rule for every confirmed harm and the console as a channel", async () => {
  expect((await listAlertRules(ctx, page)).items).toMatchObject([
    { name: "Any confirmed harm", isDefault: true, direction: "worse", minSeverity: "low", usesAllChannels: true },
  ]);
  expect((await listChannels(ctx, page)).items).toMatchObject([{ kind: "in-app", name: "Console" }]);
});

it("uses the address of the customer's settings as a mail channel, and stops when it is taken away", async () => {
  const setAddress = (alertEmail: string | null) =>
    inCustomer(ctx, (tx) => tx.customer.update({ where: { id: ctx.customerId }, data: { alertEmail } }));
  await setAddress("billing@example.com");
  await evaluateFindings(ctx, [findingOf({ payer: "Aster" })]);
  await setAddress("other@example.com");
  await evaluateFindings(ctx, [findingOf({ payer: "Borea" })]);
  await setAddress(null);
  await evaluateFindings(ctx, [findingOf({ payer: "Calder" })]);
  const { items } = await listDeliveries(ctx, { ...page, sort: "-createdAt" });
  expect(items.map((delivery) => delivery.recipient).toSorted()).toEqual(["billing@example.com", "other@example.com"]);
});

it("creates, changes and deletes a channel with audit, one name at a time", async () => {
  const channel = await createChannel(ctx, mail("Billing"), outbound);
  await expect(createChannel(ctx, mail("Billing"), outbound)).rejects.toMatchObject({ code: "CONFLICT" });
  const changed = await updateChannel(ctx, { channelId: channel.id, config: { recipients: ["b@example.com"] } }, outbound);
  expect(changed.config).toEqual({ recipients: ["b@example.com"] });
  await expect(updateChannel(ctx, { channelId: channel.id, config: { recipients: ["nobody"] } }, outbound)).rejects.toMatchObject({
    code: "INVALID",
  });
  await evaluateFindings(ctx, [findingOf()]);
  await deleteChannel(ctx, { channelId: channel.id });
  await expect(getChannel(ctx, { channelId: channel.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await listDeliveries(ctx, { ...page, sort: "-createdAt" })).items).toMatchObject([{ state: "cancelled" }]);
  await createChannel(ctx, mail("Billing"), outbound);
  for (const action of ["channel.create", "channel.update", "channel.delete"]) await expectAudit(ctx, { action });
});

it("seals a channel's secret, never shows it, and posts to it through the guard", async () => {
  const receiver = await startReceiver();
  const channel = await createChannel(ctx, slackAt(`${receiver.url}/services/T0/B0/secret`), outbound);
  expect(channel).toMatchObject({ hasSecrets: true, config: { mention: null } });
  const audit = await expectAudit(ctx, { action: "channel.create" });
  expect(JSON.stringify([channel, audit])).not.toContain("B0/secret");
  expect(await sendTest(ctx, { channelId: channel.id }, outbound)).toMatchObject({ ok: true });
  await evaluateFindings(ctx, [findingOf({ sentence: "Aster <b>denied</b> more" })]);
  expect(await attemptDeliveries(ctx, { targetKey: `channel:${channel.id}` }, outbound)).toMatchObject({ delivered: 1 });
  expect(receiver.received[1]).toMatchObject({ path: "/services/T0/B0/secret" });
  expect(receiver.received[1]?.body).toContain("&lt;b&gt;denied&lt;/b&gt;");
  await receiver.close();
});

it("refuses a Slack address on the own machine that is not allowed", async () => {
  await expect(createChannel(ctx, slackAt("https://10.0.0.1/hook"), outbound)).rejects.toMatchObject({
    code: "INVALID",
    detail: { reason: "address-refused" },
  });
});

it("keeps rules: scope decides what they raise, channels whom they tell, and deletion keeps their alerts", async () => {
  const { items } = await listAlertRules(ctx, page);
  const [byDefault] = items;
  if (!byDefault) throw new Error("no default rule");
  await updateAlertRule(ctx, { alertRuleId: byDefault.id, isEnabled: false });
  const billing = await createChannel(ctx, mail("Billing"), outbound);
  await createChannel(ctx, mail("Everybody", ["all@example.com"]), outbound);
  const rule = await createAlertRule(
    ctx,
    createAlertRuleInput.parse({
      name: "Imaging",
      cptGroups: ["IMAGING"],
      minSeverity: "medium",
      minImpactCents: 900_000,
      severityLabel: "critical",
      usesAllChannels: false,
      channelIds: [billing.id],
    }),
  );
  const result = await evaluateFindings(ctx, [
    findingOf(),
    findingOf({ cptGroup: "OFFICE" }),
    findingOf({ payer: "Borea", severity: "low" }),
    findingOf({ payer: "Calder", impactLowCents: 1 }),
  ]);
  expect(result).toMatchObject({ raised: 1, deliveries: 1 });
  const [delivery] = (await listDeliveries(ctx, { ...page, sort: "-createdAt" })).items;
  expect(delivery).toMatchObject({ recipient: "a@example.com" });
  await deleteAlertRule(ctx, { alertRuleId: rule.id });
  expect((await listAlertRules(ctx, page)).items.map((known) => known.name)).toEqual(["Any confirmed harm"]);
});

it("changes a rule field by field and reads it back", async () => {
  const rule = await createAlertRule(ctx, createAlertRuleInput.parse({ name: "Mine" }));
  const channel = await createChannel(ctx, mail("Billing"), outbound);
  await updateAlertRule(ctx, { alertRuleId: rule.id, name: "Ours", minImpactCents: 100, channelIds: [channel.id] });
  expect(await getAlertRule(ctx, { alertRuleId: rule.id })).toMatchObject({
    name: "Ours",
    minImpactCents: 100,
    usesAllChannels: false,
    channelIds: [channel.id],
  });
  await updateAlertRule(ctx, { alertRuleId: rule.id, minImpactCents: null, usesAllChannels: true });
  expect(await getAlertRule(ctx, { alertRuleId: rule.id })).toMatchObject({ minImpactCents: null, usesAllChannels: true, channelIds: [] });
  await expect(getAlertRule(await createCustomer(database.db), { alertRuleId: rule.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("renames a Slack channel, keeps its secret, takes a new one, and needs no recipient to test the console", async () => {
  const slack = await createChannel(ctx, slackAt("http://127.0.0.1:9/one"), outbound);
  expect(await updateChannel(ctx, { channelId: slack.id, name: "Team", isEnabled: false }, outbound)).toMatchObject({
    name: "Team",
    isEnabled: false,
    hasSecrets: true,
  });
  await updateChannel(ctx, { channelId: slack.id, secrets: { webhookUrl: "http://127.0.0.1:9/two" } }, outbound);
  expect(await sendTest(ctx, { channelId: slack.id }, outbound)).toMatchObject({ ok: false, results: [{ error: "econnrefused" }] });
  const inApp = (await listChannels(ctx, page)).items.find((channel) => channel.kind === "in-app");
  expect(await sendTest(ctx, { channelId: inApp?.id ?? slack.id }, outbound)).toEqual({ ok: true, results: [] });
  expect((await getChannel(ctx, { channelId: slack.id })).hasSecrets).toBe(true);
});

it("refuses a rule that tells another customer's channel", async () => {
  const stranger = await createCustomer(database.db);
  const foreign = await createChannel(stranger, mail("Theirs"), outbound);
  const input = createAlertRuleInput.parse({ name: "Mine", usesAllChannels: false, channelIds: [foreign.id] });
  await expect(createAlertRule(ctx, input)).rejects.toMatchObject({ code: "INVALID" });
  await expect(getChannel(ctx, { channelId: foreign.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("lets only owners and admins change rules and channels", async () => {
  const analyst = await createMember(ctx, "analyst");
  await expect(createChannel(analyst, mail("Mine"), outbound)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(createAlertRule(analyst, createAlertRuleInput.parse({ name: "Mine" }))).rejects.toMatchObject({ code: "FORBIDDEN" });
});

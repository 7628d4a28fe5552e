import { DomainError, invalidField } from "@upstream/core";
import type { AlertRuleId, ChannelId } from "@upstream/core";
import type { CustomerCtx, Prisma, Tx } from "@upstream/db";
import type { AlertRuleDto, CreateAlertRuleInput, UpdateAlertRuleInput } from "./rule-schemas.ts";

export const ruleSelect = {
  id: true,
  name: true,
  signals: true,
  payers: true,
  cptGroups: true,
  facilities: true,
  direction: true,
  minSeverity: true,
  minEffect: true,
  minImpactCents: true,
  maxQ: true,
  severityLabel: true,
  usesAllChannels: true,
  channelIds: true,
  isEnabled: true,
  isDefault: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.AlertRuleSelect;

export type AlertRuleRow = Prisma.AlertRuleGetPayload<{ select: typeof ruleSelect }>;

/** A rule that exists for this customer, or NOT_FOUND. */
export async function loadRule(tx: Tx, ctx: CustomerCtx, alertRuleId: AlertRuleId): Promise<AlertRuleRow> {
  const row = await tx.alertRule.findFirst({ where: { customerId: ctx.customerId, id: alertRuleId, deletedAt: null }, select: ruleSelect });
  if (!row) throw new DomainError("NOT_FOUND");
  return row;
}

/** A rule as the outside sees it. */
export function toAlertRuleDto(row: Omit<AlertRuleRow, "minImpactCents"> & { minImpactCents: bigint | number | null }): AlertRuleDto {
  return {
    id: row.id as AlertRuleId,
    name: row.name,
    signals: row.signals,
    payers: row.payers,
    cptGroups: row.cptGroups,
    facilities: row.facilities,
    direction: row.direction as AlertRuleDto["direction"],
    minSeverity: row.minSeverity as AlertRuleDto["minSeverity"],
    minEffect: row.minEffect,
    minImpactCents: row.minImpactCents === null ? null : Number(row.minImpactCents),
    maxQ: row.maxQ,
    severityLabel: row.severityLabel as AlertRuleDto["severityLabel"],
    usesAllChannels: row.usesAllChannels,
    channelIds: row.channelIds as ChannelId[],
    isEnabled: row.isEnabled,
    isDefault: row.isDefault,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** The columns of a rule that the input sets; absent ones stay. */
export function ruleData(input: CreateAlertRuleInput | Omit<UpdateAlertRuleInput, "alertRuleId">): Prisma.AlertRuleUncheckedUpdateInput {
  const { minImpactCents, ...plain } = input;
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  const cents = minImpactCents === undefined ? {} : { minImpactCents: minImpactCents === null ? null : BigInt(minImpactCents) };
  return { ...given, ...cents, ...(input.usesAllChannels === true ? { channelIds: [] } : {}) };
}

/** Refuses channels that this customer does not have. */
export async function checkRuleChannels(tx: Tx, ctx: CustomerCtx, channelIds: readonly string[] | undefined): Promise<void> {
  if (channelIds === undefined || channelIds.length === 0) return;
  const wanted = [...new Set(channelIds)];
  const known = await tx.channel.count({ where: { customerId: ctx.customerId, id: { in: wanted }, deletedAt: null } });
  if (known !== wanted.length) throw invalidField("/channelIds", "unknown_channel", "One of these channels does not exist");
}

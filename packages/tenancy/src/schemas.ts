import { pageInput, roles, zId, zText } from "@upstream/core/schemas";
import { z } from "zod";

const zEmail = z.email().max(254).toLowerCase();
const zPassword = z.string().min(1).max(1024);
const zTimestamp = z.iso.datetime();
const role = z.enum(roles);

export const tokenInput = z.strictObject({ email: zEmail, password: zPassword, customerId: zId("customer").optional() });
export const refreshInput = z.strictObject({ refreshToken: z.string().min(1).max(512).meta({ opaque: true }) });
export const verifyInput = z.strictObject({ token: z.string().min(1).max(8192).meta({ opaque: true }) });
export const tokenDto = z.strictObject({
  accessToken: z.string().meta({ opaque: true }),
  refreshToken: z.string().meta({ opaque: true }),
  tokenType: z.literal("Bearer"),
  expiresIn: z.number().int().meta({ description: "Life of the access token in seconds" }),
});
export const verifyDto = z.strictObject({ active: z.boolean(), expiresAt: zTimestamp.nullable() });

export const customerDto = z.strictObject({
  id: zId("customer"),
  name: z.string(),
  slug: z.string(),
  timeZone: z.string(),
});
export const meDto = z.strictObject({
  kind: z.enum(["user", "apiKey", "superuser"]),
  userId: zId("user").nullable(),
  name: z.string(),
  email: z.string().nullable(),
  role: role.nullable(),
  customer: customerDto.nullable(),
  permissions: z.array(z.string()),
});
export const myCustomerDto = customerDto.extend({ role });

export const createCustomerInput = z.strictObject({
  name: zText(120),
  timeZone: zText(64).default("America/New_York"),
  owner: z.strictObject({ email: zEmail, name: zText(120) }),
});
export const createdCustomerDto = z.strictObject({
  customer: customerDto,
  owner: z.strictObject({ email: z.string(), initialPassword: z.string().nullable() }),
});
export const platformCustomerDto = customerDto.extend({ createdAt: zTimestamp, memberCount: z.number().int() });
export const listCustomersInput = z.strictObject({ ...pageInput });
export const grantAccessInput = z.strictObject({
  customerId: zId("customer"),
  reason: zText(500).pipe(z.string().min(10)),
  ticket: zText(80).optional(),
  minutes: z.number().int().min(5).max(60).default(30),
});
export const grantDto = z.strictObject({ id: zId("grant"), customerId: zId("customer"), reason: z.string(), expiresAt: zTimestamp });

export const updateSettingsInput = z.strictObject({
  name: zText(120).optional(),
  timeZone: zText(64).optional(),
  alertEmail: zEmail.nullable().optional(),
});
export const settingsDto = customerDto.extend({ alertEmail: z.string().nullable(), updatedAt: zTimestamp });

export const preferencesDto = z.strictObject({
  theme: z.enum(["system", "light", "dark"]),
  singleKeys: z.boolean(),
  lastLookAt: zTimestamp.nullable(),
});
export const updatePreferencesInput = z.strictObject({
  theme: z.enum(["system", "light", "dark"]).optional(),
  singleKeys: z.boolean().optional(),
  looked: z.literal(true).optional(),
});

export const memberDto = z.strictObject({
  id: zId("member"),
  userId: zId("user"),
  name: z.string(),
  email: z.string(),
  role,
  mayRevealPhi: z.boolean(),
  createdAt: zTimestamp,
});
export const listMembersInput = z.strictObject({ ...pageInput });
export const inviteMemberInput = z.strictObject({ email: zEmail, name: zText(120), role });
export const invitedMemberDto = z.strictObject({ member: memberDto, initialPassword: z.string().nullable() });
export const changeMemberInput = z.strictObject({ memberId: zId("member"), role: role.optional(), mayRevealPhi: z.boolean().optional() });
export const memberIdInput = z.strictObject({ memberId: zId("member") });

export const apiKeyDto = z.strictObject({
  id: zId("apiKey"),
  name: z.string(),
  role: z.enum(["admin", "analyst", "viewer"]),
  scope: z.enum(["read", "write"]),
  createdAt: zTimestamp,
  expiresAt: zTimestamp,
  lastUsedAt: zTimestamp.nullable(),
});
export const issueApiKeyInput = z.strictObject({
  name: zText(80),
  role: z.enum(["admin", "analyst", "viewer"]).default("analyst"),
  scope: z.enum(["read", "write"]).default("read"),
  expiresInDays: z.number().int().min(1).max(365).default(90),
});
export const issuedApiKeyDto = apiKeyDto.extend({ secret: z.string().meta({ opaque: true, description: "Shown once" }) });
export const listApiKeysInput = z.strictObject({ ...pageInput });
export const apiKeyIdInput = z.strictObject({ apiKeyId: zId("apiKey") });

export const payerMappingDto = z.strictObject({
  id: zId("payerMapping"),
  rawName: z.string(),
  payerName: z.string(),
  updatedAt: zTimestamp,
});
export const upsertPayerMappingInput = z.strictObject({ rawName: zText(255), payerName: zText(255) });
export const cptMappingDto = z.strictObject({
  id: zId("cptMapping"),
  cptFrom: z.string(),
  cptTo: z.string(),
  cptGroup: z.string(),
  updatedAt: zTimestamp,
});
const zCpt = z.string().regex(/^[A-Z0-9]{5}$/);
export const upsertCptMappingInput = z
  .strictObject({
    cptFrom: zCpt.meta({ example: "99202" }),
    cptTo: zCpt.meta({ example: "99215" }),
    cptGroup: z
      .string()
      .regex(/^[A-Z][A-Z0-9_ ]{0,39}$/)
      .meta({ example: "OFFICE" }),
  })
  .refine((range) => range.cptFrom <= range.cptTo, { path: ["cptTo"], error: "The range ends before it begins" });
export const columnMappingDto = z.strictObject({
  id: zId("columnMapping"),
  name: z.string(),
  columns: z.record(z.string(), z.string()),
  dayFirst: z.boolean(),
  updatedAt: zTimestamp,
});
export const upsertColumnMappingInput = z.strictObject({
  name: zText(80),
  columns: z
    .record(z.string().min(1).max(120), z.string().min(1).max(255))
    .meta({ description: "Column of the contract to header name in the file" }),
  dayFirst: z.boolean().default(false),
});
export const listMappingsInput = z.strictObject({ ...pageInput });
export const mappingIdInput = z.strictObject({ mappingId: zId("mapping") });

export const auditEventDto = z.strictObject({
  id: zId("auditEvent"),
  at: zTimestamp,
  actor: z.string(),
  actorName: z.string().nullable(),
  action: z.string(),
  entity: z.string(),
  entityId: z.string().nullable(),
  requestId: z.string().nullable(),
  payload: z.record(z.string(), z.unknown()),
});
export const listAuditEventsInput = z.strictObject({
  ...pageInput,
  action: z.string().max(80).optional(),
  entity: z.string().max(80).optional(),
  actor: z.string().max(80).optional(),
});
export const auditVerificationDto = z.strictObject({
  isWhole: z.boolean(),
  entryCount: z.number().int(),
  headHash: z.string().nullable(),
  brokenAtSeq: z.number().int().nullable(),
  verifiedAt: zTimestamp,
});

export type TokenInput = z.output<typeof tokenInput>;
export type TokenDto = z.output<typeof tokenDto>;
export type VerifyDto = z.output<typeof verifyDto>;
export type CustomerDto = z.output<typeof customerDto>;
export type MyCustomerDto = z.output<typeof myCustomerDto>;
export type MeDto = z.output<typeof meDto>;
export type CreateCustomerInput = z.output<typeof createCustomerInput>;
export type CreatedCustomerDto = z.output<typeof createdCustomerDto>;
export type PlatformCustomerDto = z.output<typeof platformCustomerDto>;
export type ListCustomersInput = z.output<typeof listCustomersInput>;
export type GrantAccessInput = z.output<typeof grantAccessInput>;
export type GrantDto = z.output<typeof grantDto>;
export type UpdateSettingsInput = z.output<typeof updateSettingsInput>;
export type SettingsDto = z.output<typeof settingsDto>;
export type PreferencesDto = z.output<typeof preferencesDto>;
export type UpdatePreferencesInput = z.output<typeof updatePreferencesInput>;
export type MemberDto = z.output<typeof memberDto>;
export type ListMembersInput = z.output<typeof listMembersInput>;
export type InviteMemberInput = z.output<typeof inviteMemberInput>;
export type InvitedMemberDto = z.output<typeof invitedMemberDto>;
export type ChangeMemberInput = z.output<typeof changeMemberInput>;
export type MemberIdInput = z.output<typeof memberIdInput>;
export type ApiKeyDto = z.output<typeof apiKeyDto>;
export type IssueApiKeyInput = z.output<typeof issueApiKeyInput>;
export type IssuedApiKeyDto = z.output<typeof issuedApiKeyDto>;
export type ListApiKeysInput = z.output<typeof listApiKeysInput>;
export type ApiKeyIdInput = z.output<typeof apiKeyIdInput>;
export type PayerMappingDto = z.output<typeof payerMappingDto>;
export type UpsertPayerMappingInput = z.output<typeof upsertPayerMappingInput>;
export type CptMappingDto = z.output<typeof cptMappingDto>;
export type UpsertCptMappingInput = z.output<typeof upsertCptMappingInput>;
export type ColumnMappingDto = z.output<typeof columnMappingDto>;
export type UpsertColumnMappingInput = z.output<typeof upsertColumnMappingInput>;
export type ListMappingsInput = z.output<typeof listMappingsInput>;
export type MappingIdInput = z.output<typeof mappingIdInput>;
export type AuditEventDto = z.output<typeof auditEventDto>;
export type ListAuditEventsInput = z.output<typeof listAuditEventsInput>;
export type AuditVerificationDto = z.output<typeof auditVerificationDto>;

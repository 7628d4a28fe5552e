import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { alertRulesRouter } from "./routers/alert-rules.ts";
import { alertsRouter } from "./routers/alerts.ts";
import { apiKeysRouter } from "./routers/api-keys.ts";
import { auditRouter } from "./routers/audit.ts";
import { authRouter } from "./routers/auth.ts";
import { channelsRouter } from "./routers/channels.ts";
import { claimsRouter } from "./routers/claims.ts";
import { dashboardRouter } from "./routers/dashboard.ts";
import { driftRouter } from "./routers/drift.ts";
import { ledgerRouter } from "./routers/ledger.ts";
import { mappingsRouter } from "./routers/mappings.ts";
import { membersRouter } from "./routers/members.ts";
import { platformRouter } from "./routers/platform.ts";
import { qualityRouter, validationRulesRouter } from "./routers/quality.ts";
import { preferencesRouter, settingsRouter } from "./routers/settings.ts";
import { uploadsRouter } from "./routers/uploads.ts";
import { deliveriesRouter, webhooksRouter } from "./routers/webhooks.ts";
import { createCallerFactory, router } from "./trpc.ts";

/** Every procedure of the product; REST, OpenAPI document and console all come from it. */
export const appRouter = router({
  auth: authRouter,
  dashboard: dashboardRouter,
  uploads: uploadsRouter,
  claims: claimsRouter,
  quality: qualityRouter,
  validationRules: validationRulesRouter,
  drift: driftRouter,
  alerts: alertsRouter,
  alertRules: alertRulesRouter,
  ledger: ledgerRouter,
  channels: channelsRouter,
  webhooks: webhooksRouter,
  deliveries: deliveriesRouter,
  mappings: mappingsRouter,
  members: membersRouter,
  apiKeys: apiKeysRouter,
  settings: settingsRouter,
  preferences: preferencesRouter,
  audit: auditRouter,
  platform: platformRouter,
});

export type AppRouter = typeof appRouter;
export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;

/** Calls procedures in the process, without HTTP: server components and tests. */
export const createCaller = createCallerFactory(appRouter);

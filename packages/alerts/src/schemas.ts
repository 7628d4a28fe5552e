export {
  alertRuleDto,
  alertRuleRef,
  createAlertRuleInput,
  listAlertRulesInput,
  severities,
  updateAlertRuleInput,
  zSeverity,
  zSignal,
} from "./alert-rules/rule-schemas.ts";
export type {
  AlertRuleDto,
  AlertRuleRef,
  CreateAlertRuleInput,
  ListAlertRulesInput,
  Severity,
  UpdateAlertRuleInput,
} from "./alert-rules/rule-schemas.ts";
export { alertEvidence, alertEvidenceDto, nextStep } from "./lifecycle/evidence-schemas.ts";
export type { AlertEvidence, NextStep, SampleClaim } from "./lifecycle/evidence-schemas.ts";
export {
  judgeAlertInput,
  judgeAlertResult,
  judgmentDto,
  judgmentEffect,
  judgmentReasons,
  listFeedbackInput,
  verdicts,
  zVerdict,
} from "./lifecycle/judgment-schemas.ts";
export type {
  JudgeAlertInput,
  JudgeAlertResult,
  JudgmentDto,
  JudgmentEffect,
  ListFeedbackInput,
  Verdict,
} from "./lifecycle/judgment-schemas.ts";
export {
  acknowledgeAlertInput,
  alertDetail,
  alertDto,
  alertRef,
  alertSorts,
  alertStates,
  assignAlertInput,
  bulkAlertsInput,
  bulkAlertsResult,
  listAlertsInput,
  listSuppressedInput,
  manualResolutions,
  reopenAlertInput,
  resolveAlertInput,
  snoozeAlertInput,
  suppressedDto,
  suppressionRef,
  zAlertState,
} from "./lifecycle/alert-schemas.ts";
export type {
  AcknowledgeAlertInput,
  AlertDetail,
  AlertDto,
  AlertRef,
  AlertState,
  AssignAlertInput,
  BulkAlertsInput,
  BulkAlertsResult,
  ListAlertsInput,
  ListSuppressedInput,
  ReopenAlertInput,
  Resolution,
  ResolveAlertInput,
  SnoozeAlertInput,
  SuppressedDto,
  SuppressionRef,
} from "./lifecycle/alert-schemas.ts";
export {
  channelDto,
  channelRef,
  createChannelInput,
  emailConfig,
  inAppConfig,
  listChannelsInput,
  sendTestResult,
  slackConfig,
  slackSecrets,
  updateChannelInput,
  zMailAddress,
} from "./channels/channel-schemas.ts";
export type {
  ChannelDto,
  ChannelRef,
  CreateChannelInput,
  ListChannelsInput,
  SendTestResult,
  UpdateChannelInput,
} from "./channels/channel-schemas.ts";
export {
  createEndpointInput,
  endpointDto,
  endpointRef,
  endpointWithSecret,
  listEndpointsInput,
  replayEndpointInput,
  replayEndpointResult,
  rotateSecretInput,
  updateEndpointInput,
  webhookEvents,
  zWebhookEvent,
} from "./webhooks/endpoint-schemas.ts";
export type {
  CreateEndpointInput,
  EndpointDto,
  EndpointRef,
  EndpointWithSecret,
  ListEndpointsInput,
  ReplayEndpointInput,
  RotateSecretInput,
  UpdateEndpointInput,
  WebhookEvent,
} from "./webhooks/endpoint-schemas.ts";
export { deliveryDetail, deliveryDto, deliveryRef, deliveryStates, listDeliveriesInput } from "./deliveries/delivery-schemas.ts";
export type { DeliveryDetail, DeliveryDto, DeliveryRef, ListDeliveriesInput } from "./deliveries/delivery-schemas.ts";
export { alertTotalsDto, ledgerDto } from "./read/ledger-schemas.ts";
export type { AlertTotalsDto, LedgerDto } from "./read/ledger-schemas.ts";

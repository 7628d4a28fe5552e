import { allowedAmountRange } from "./allowed-amount-range.ts";
import { allowedWithinBilled } from "./allowed-within-billed.ts";
import { amountFormat } from "./amount-format.ts";
import { authorizationNumber } from "./authorization-number.ts";
import { billedAmountRange } from "./billed-amount-range.ts";
import { claimIdFormat } from "./claim-id-format.ts";
import { cptFormat } from "./cpt-format.ts";
import { dateFormat } from "./date-format.ts";
import { dateTooOld } from "./date-too-old.ts";
import { decidedNotFuture } from "./decided-not-future.ts";
import { decisionAfterSubmission } from "./decision-after-submission.ts";
import { decisionLag } from "./decision-lag.ts";
import { denialCodeFormat } from "./denial-code-format.ts";
import { denialReasonPresent } from "./denial-reason-present.ts";
import { deniedPaysNothing } from "./denied-pays-nothing.ts";
import { duplicateClaim } from "./duplicate-claim.ts";
import { duplicateRow } from "./duplicate-row.ts";
import { icd10Format } from "./icd10-format.ts";
import { modifierFormat } from "./modifier-format.ts";
import { npiFormat } from "./npi-format.ts";
import { outcomeKnown } from "./outcome-known.ts";
import { paidAmountRange } from "./paid-amount-range.ts";
import { paidWithinAllowed } from "./paid-within-allowed.ts";
import { pendingUndecided } from "./pending-undecided.ts";
import { phiInDenialText } from "./phi-in-denial-text.ts";
import { phiInPayer } from "./phi-in-payer.ts";
import { placeOfService } from "./place-of-service.ts";
import { requiredCpt } from "./required-cpt.ts";
import { requiredDecidedDate } from "./required-decided-date.ts";
import { requiredOutcome } from "./required-outcome.ts";
import { requiredPayer } from "./required-payer.ts";
import { requiredSubmittedDate } from "./required-submitted-date.ts";
import type { Rule } from "./rule.ts";
import { submittedNotFuture } from "./submitted-not-future.ts";

/** Every rule of the upload path, in the order in which a row meets them. */
export const rules: readonly Rule[] = [
  requiredPayer,
  requiredCpt,
  requiredSubmittedDate,
  requiredDecidedDate,
  requiredOutcome,
  cptFormat,
  denialCodeFormat,
  allowedAmountRange,
  billedAmountRange,
  paidAmountRange,
  decisionAfterSubmission,
  submittedNotFuture,
  decidedNotFuture,
  dateTooOld,
  decisionLag,
  phiInPayer,
  phiInDenialText,
  outcomeKnown,
  denialReasonPresent,
  paidWithinAllowed,
  deniedPaysNothing,
  duplicateRow,
  duplicateClaim,
  dateFormat,
  amountFormat,
  claimIdFormat,
  npiFormat,
  icd10Format,
  modifierFormat,
  placeOfService,
  allowedWithinBilled,
  pendingUndecided,
  authorizationNumber,
];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule with this code, if there is one. */
export function ruleById(id: string): Rule | undefined {
  return byId.get(id);
}

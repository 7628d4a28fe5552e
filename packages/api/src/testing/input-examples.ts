/** Parts of valid inputs that a schema alone cannot tell, by procedure. */
export const inputExamples: Record<string, Record<string, unknown>> = {
  "platform.grantAccess": { reason: "A reason that is long enough" },
  "claims.revealPhi": { reason: "Asked by the payer" },
  "uploads.issues": { code: "REQ_PAYER" },
  "alertRules.create": { usesAllChannels: false },
  "alertRules.update": { signals: ["DENIAL_RATE"], usesAllChannels: false },
  "webhooks.update": { url: "https://hooks.example.com/upstream" },
  "alerts.list": { signal: "DENIAL_RATE" },
  "alerts.judge": { verdict: "real", reasons: [], recoveredCents: null, recoveredOn: null, note: null, followUpOn: null },
};

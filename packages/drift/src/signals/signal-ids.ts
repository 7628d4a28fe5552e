/** Identities of the signals, in the order in which they are shown. */
export const signalIds = ["DENIAL_RATE", "DECISION_TIME"] as const;
export type SignalId = (typeof signalIds)[number];

const names: Record<string, string> = { DENIAL_RATE: "Denial rate", DECISION_TIME: "Decision time" };

/** Name of a signal; unknown ids are shown in words. */
export function signalName(signal: string): string {
  return names[signal] ?? signal.charAt(0) + signal.slice(1).toLowerCase().replaceAll("_", " ");
}

/** Signals a filter offers. */
export const signalOptions = Object.entries(names).map(([value, name]) => ({ value, name }));

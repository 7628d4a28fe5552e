/** The only fields a log line may carry: ids, counts, codes and durations. No field can hold a person's data. */
export type LogFields = {
  requestId?: string;
  customerId?: string;
  actor?: string;
  procedure?: string;
  workflow?: string;
  runId?: string;
  uploadId?: string;
  eventId?: string;
  deliveryId?: string;
  endpointId?: string;
  status?: number;
  code?: string;
  count?: number;
  attempt?: number;
  durationMs?: number;
  driver?: string;
  port?: number;
  signal?: string;
  /** Class and SQLSTATE or system code of an unexpected error, never its message. */
  error?: string;
};

export interface Logger {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

export const silentLogger: Logger = { info() {}, warn() {}, error() {} };

/** Class and code of an error as one word, safe to log. */
export function errorWord(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = "code" in error && (typeof error.code === "string" || typeof error.code === "number") ? `:${error.code}` : "";
  return `${error.name}${code}`;
}

import type { Logger } from "@upstream/core";
import { pino } from "pino";

/** JSON lines on standard output; a line carries only the fields that `LogFields` names. */
export function createLogger(level: string): Logger {
  const out = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } });
  return {
    info: (message, fields) => out.info(fields ?? {}, message),
    warn: (message, fields) => out.warn(fields ?? {}, message),
    error: (message, fields) => out.error(fields ?? {}, message),
  };
}

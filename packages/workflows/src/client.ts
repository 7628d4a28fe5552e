import { errorWord } from "@upstream/core";
import type { Logger } from "@upstream/core";
import { Inngest } from "inngest";
import type { ClientOptions } from "inngest";

/** Where the driver listens, and the keys both sides sign with. */
export type DriverConnection = {
  baseUrl?: string | undefined;
  eventKey: string;
  signingKey: string;
  fetch?: ClientOptions["fetch"] | undefined;
};

type SdkLogger = { info: SdkLog; warn: SdkLog; error: SdkLog; debug: SdkLog };
type SdkLog = (...parts: unknown[]) => void;

function errorIn(parts: unknown[]): unknown {
  const [first] = parts;
  if (first instanceof Error) return first;
  return typeof first === "object" && first !== null && "err" in first ? first.err : undefined;
}

/** The SDK logs whole errors; only their class and code may pass, never their text. */
function sdkLogger(logger: Logger): SdkLogger {
  const fields = (parts: unknown[]): { error?: string } => {
    const error = errorIn(parts);
    return error === undefined ? {} : { error: errorWord(error) };
  };
  return {
    info: () => undefined,
    debug: () => undefined,
    warn: (...parts) => logger.warn("workflow warning", fields(parts)),
    error: (...parts) => logger.warn("workflow step or function failed", fields(parts)),
  };
}

/** The product's one Inngest client; it never runs in the SDK's unsigned development mode. */
export function createClient(connection: DriverConnection, logger: Logger): Inngest {
  const { baseUrl, eventKey, signingKey } = connection;
  return new Inngest({
    id: "upstream",
    eventKey,
    signingKey,
    isDev: false,
    checkpointing: false,
    logger: sdkLogger(logger),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(connection.fetch === undefined ? {} : { fetch: connection.fetch }),
  });
}

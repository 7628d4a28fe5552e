import { readFileSync } from "node:fs";
import { z } from "zod";

const zSecret = z
  .string()
  .transform((text) => Buffer.from(text, "base64"))
  .refine((bytes) => bytes.length === 32, { error: "must be 32 bytes in base64" });
const zUrl = z.url().transform((text) => text.replace(/\/+$/, ""));
const zPort = z.coerce.number().int().min(0).max(65_535);

const schema = z.object({
  DATABASE_URL: z.string().min(1).describe("Where app_user signs in: customer data under row-level security"),
  DATABASE_SYSTEM_URL: z.string().min(1).describe("Where app_system signs in: sign-in, outbox relay, schedules"),
  DATABASE_JOBS_URL: z.string().min(1).optional().describe("Where app_jobs signs in; needed by the embedded executor"),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(100).default(10),
  UPSTREAM_URL: zUrl.describe("The public address of this installation; links and tokens name it"),
  HOST: z.string().default("127.0.0.1"),
  PORT: zPort.default(3000),
  AUTH_SECRET: zSecret.describe("Signs the session cookie: 32 bytes, base64"),
  PHI_KEK: zSecret.describe("Wraps every customer's data keys: 32 bytes, base64"),
  PHI_KEK_ID: z.coerce.number().int().min(1).max(32_000).default(1),
  SMTP_URL: z.string().min(1).optional(),
  MAIL_FROM: z.string().min(3).default("Upstream <alerts@localhost>"),
  MAIL_CATCHER_DIR: z.string().min(1).optional().describe("Folder of the local mail catcher; its page exists only with it"),
  OUTBOUND_ALLOW: z.string().default("").describe("Hosts that webhooks may reach although they are private or plain http"),
  UPLOAD_LIMIT_BYTES: z.coerce
    .number()
    .int()
    .min(1024)
    .default(1024 ** 3),
  TRUSTED_HOPS: z.coerce.number().int().min(0).max(5).default(0).describe("Reverse proxies in front that set x-forwarded-for"),
  METRICS_TOKEN: z
    .string()
    .min(32)
    .max(512)
    .optional()
    .describe("Whoever bears it may read /api/metrics; without it that address does not exist"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
  INNGEST_BASE_URL: zUrl.optional(),
  INNGEST_EVENT_KEY: z.string().min(1).optional(),
  INNGEST_SIGNING_KEY: z.string().min(1).optional(),
});

export type Env = z.output<typeof schema>;
type Source = Record<string, string | undefined>;

/** Names of every variable, with what each is for. */
export const envVariables = Object.keys(schema.shape);

function withFiles(source: Source): Source {
  const found: Source = {};
  for (const name of envVariables) {
    const file = source[`${name}_FILE`];
    const value = file === undefined ? source[name] : readFileSync(file, "utf8").trim();
    if (value !== undefined && value !== "") found[name] = value;
  }
  return found;
}

function assertSafe(env: Env, source: Source): void {
  if (source["INNGEST_DEV"] !== undefined) throw new Error("INNGEST_DEV turns off signature checks and is refused");
  const isHosted = !/^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(env.UPSTREAM_URL);
  if (isHosted && /localhost|127\.|::1|\b10\.|192\.168\./.test(env.OUTBOUND_ALLOW)) {
    throw new Error("OUTBOUND_ALLOW names a private address although UPSTREAM_URL is public");
  }
  if (env.INNGEST_SIGNING_KEY === undefined && env.DATABASE_JOBS_URL === undefined) {
    throw new Error("Set INNGEST_SIGNING_KEY for an Inngest server, or DATABASE_JOBS_URL for the embedded executor");
  }
}

/** Reads and checks the environment; every fault is named, no value is shown. `NAME_FILE` reads a value from a file. */
export function readEnv(source: Source = process.env): Env {
  const result = schema.safeParse(withFiles(source));
  if (!result.success) {
    const faults = result.error.issues.map(
      (issue) => `${issue.path.join(".")}: ${issue.code === "invalid_type" ? "is missing" : issue.message}`,
    );
    throw new Error(`The environment is not complete:\n  ${faults.join("\n  ")}`);
  }
  assertSafe(result.data, source);
  return result.data;
}

/** next-auth reads its own address and nothing else from the environment. */
export function announceAuthUrl(url: string): void {
  process.env["NEXTAUTH_URL"] = url;
}

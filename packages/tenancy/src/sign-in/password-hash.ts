import { hash, verify } from "@node-rs/argon2";
import { createHmac } from "node:crypto";
import { DomainError, deriveKey } from "@upstream/core";
import type { Kek } from "@upstream/core";

const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const atOnce = 2;
const waitingRoom = 50;

let running = 0;
const waiting: (() => void)[] = [];

async function takingTurns<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= waitingRoom) throw new DomainError("UNAVAILABLE", { reason: "sign-in-busy", retryAfterSeconds: 5 });
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function peppered(kek: Kek, password: string): string {
  return createHmac("sha256", deriveKey(kek.key, "password.pepper")).update(password.normalize("NFC")).digest("base64");
}

/** argon2id (m 19,456 KiB, t 2, p 1; OWASP) over HMAC-SHA256 of the NFC password under a pepper from the key store. */
export function hashPassword(kek: Kek, password: string): Promise<string> {
  return takingTurns(() => hash(peppered(kek, password), parameters));
}

let dummy: Promise<string> | undefined;

/** Whether the password fits the stored hash. Without one a dummy is hashed, so that both answers take the same time. */
export async function passwordFits(kek: Kek, stored: string | null, password: string): Promise<boolean> {
  dummy ??= hash("no such account", parameters);
  const against = stored ?? (await dummy);
  const fits = await takingTurns(() => verify(against, peppered(kek, password)));
  return stored !== null && fits;
}

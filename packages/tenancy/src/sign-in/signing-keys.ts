import { randomToken, deriveKey, openText, sealText } from "@upstream/core";
import type { EnvelopePlace } from "@upstream/core";
import { asSystem } from "@upstream/db";
import { exportJWK, generateKeyPair, importJWK } from "jose";
import type { CryptoKey, JWK } from "jose";
import type { AuthDeps } from "../auth-deps.ts";

const rotateAfterDays = 30;
const keepAfterRetiredMs = 3_600_000;
const cacheMs = 60_000;
const unknownKidMs = 2_000;

type SigningKeys = { signer: { kid: string; privateKey: CryptoKey | Uint8Array }; publicKeys: JWK[] };
type StoredKey = { kid: string; sealed: Uint8Array; publicJwk: unknown; createdAt: Date };

const caches = new WeakMap<AuthDeps["db"], { at: number; keys: SigningKeys }>();

const placeOf = (kid: string): EnvelopePlace => ({ table: "signing_keys", column: "sealed", customerId: "", row: kid });
const sealKey = (deps: AuthDeps) => deriveKey(deps.kek.key, "signing_keys.sealed");

async function makeKey(deps: AuthDeps) {
  const pair = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
  const kid = randomToken(12);
  const publicJwk = { ...(await exportJWK(pair.publicKey)), kid, alg: "EdDSA", use: "sig" };
  const secret = JSON.stringify(await exportJWK(pair.privateKey));
  const sealed = sealText(sealKey(deps), deps.kek.id, placeOf(kid), secret);
  return { kid, sealed: new Uint8Array(sealed), publicJwk, createdAt: deps.clock.now() };
}

async function readOrMake(deps: AuthDeps): Promise<StoredKey[]> {
  return asSystem("signing-keys", deps.db, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('signing-keys'))`;
    const now = deps.clock.now();
    const oldest = new Date(now.getTime() - keepAfterRetiredMs);
    const live = await tx.signingKey.findMany({
      where: { OR: [{ retiredAt: null }, { retiredAt: { gt: oldest } }] },
      orderBy: { createdAt: "desc" },
    });
    const newest = live[0];
    if (newest && now.getTime() - newest.createdAt.getTime() < rotateAfterDays * 86_400_000) return live;
    const made = await makeKey(deps);
    await tx.signingKey.create({ data: made });
    await tx.signingKey.updateMany({ where: { retiredAt: null, kid: { not: made.kid } }, data: { retiredAt: now } });
    return [made, ...live];
  });
}

/**
 * The key that signs now and every public key that may still verify; made on first use, replaced every 30 days.
 * Cached for a minute; a `kid` that the cache does not know (another process has just rotated) is looked up at once.
 */
export async function loadSigningKeys(deps: AuthDeps, kid?: string): Promise<SigningKeys> {
  const now = deps.clock.now().getTime();
  const cached = caches.get(deps.db);
  const isKnown = kid === undefined || cached?.keys.publicKeys.some((key) => key.kid === kid);
  if (cached && now - cached.at < (isKnown ? cacheMs : unknownKidMs)) return cached.keys;
  const stored = await readOrMake(deps);
  const newest = stored[0];
  if (!newest) throw new Error("No signing key could be made");
  const secret = openText(sealKey(deps), placeOf(newest.kid), Buffer.from(newest.sealed));
  const privateKey = await importJWK(JSON.parse(secret) as JWK, "EdDSA");
  const keys = { signer: { kid: newest.kid, privateKey }, publicKeys: stored.map((key) => key.publicJwk as JWK) };
  caches.set(deps.db, { at: now, keys });
  return keys;
}

import type { CustomerId, SessionId, UserId } from "@upstream/core";
import { DomainError, newId } from "@upstream/core";
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, SignJWT } from "jose";
import type { JWTPayload } from "jose";
import type { AuthDeps } from "../auth-deps.ts";
import { loadSigningKeys } from "./signing-keys.ts";

export const accessTokenSeconds = 600;
const shape = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const headerMembers = new Set(["alg", "kid", "typ"]);

/** `customerId` is null for the platform's own staff, whose tokens open no customer. */
export type AccessClaims = { jti: string; userId: UserId; sessionId: SessionId; customerId: CustomerId | null; expiresAt: Date };

const noCustomer = "platform";

/** Signs an access token (`typ: at+jwt`, EdDSA, 10 minutes) for a session; it names no role, roles are read from the database. */
export async function issueAccessToken(
  deps: AuthDeps,
  who: { userId: UserId; sessionId: SessionId; customerId: CustomerId | null },
): Promise<string> {
  const { signer } = await loadSigningKeys(deps);
  const now = Math.floor(deps.clock.now().getTime() / 1000);
  return new SignJWT({ sid: who.sessionId, cid: who.customerId ?? noCustomer, scope: "api", ver: 1 })
    .setProtectedHeader({ alg: "EdDSA", kid: signer.kid, typ: "at+jwt" })
    .setIssuer(deps.issuer)
    .setAudience(deps.issuer)
    .setSubject(who.userId)
    .setJti(newId())
    .setIssuedAt(now)
    .setExpirationTime(now + accessTokenSeconds)
    .sign(signer.privateKey);
}

function requireShape(token: string): string | undefined {
  if (token.length > 4096 || !shape.test(token)) throw new DomainError("UNAUTHENTICATED", { reason: "token-shape" });
  const header = decodeProtectedHeader(token);
  if (Object.keys(header).some((member) => !headerMembers.has(member)))
    throw new DomainError("UNAUTHENTICATED", { reason: "token-header" });
  return header.kid;
}

function readClaims(payload: JWTPayload): AccessClaims {
  const { jti, sub, sid, cid, exp, aud } = payload;
  if (
    typeof aud !== "string" ||
    typeof jti !== "string" ||
    typeof sub !== "string" ||
    typeof sid !== "string" ||
    typeof cid !== "string" ||
    exp === undefined
  ) {
    throw new DomainError("UNAUTHENTICATED", { reason: "token-claims" });
  }
  return {
    jti,
    userId: sub as UserId,
    sessionId: sid as SessionId,
    customerId: cid === noCustomer ? null : (cid as CustomerId),
    expiresAt: new Date(exp * 1000),
  };
}

/** Checks signature, type, issuer, audience, age and shape (RFC 8725); throws UNAUTHENTICATED. Session and revocation are checked by the caller. */
export async function verifyAccessToken(deps: AuthDeps, token: string): Promise<AccessClaims> {
  try {
    const keys = await loadSigningKeys(deps, requireShape(token));
    const { payload } = await jwtVerify(token, createLocalJWKSet({ keys: keys.publicKeys }), {
      algorithms: ["EdDSA"],
      issuer: deps.issuer,
      audience: deps.issuer,
      typ: "at+jwt",
      requiredClaims: ["iss", "aud", "sub", "sid", "cid", "jti", "iat", "exp", "scope", "ver"],
      maxTokenAge: "15m",
      clockTolerance: 5,
      currentDate: deps.clock.now(),
    });
    return readClaims(payload);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError("UNAUTHENTICATED", { reason: "token-invalid" }, { cause: error });
  }
}

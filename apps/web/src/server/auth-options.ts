import "server-only";
import type { SessionId, UserId } from "@upstream/core";
import type { AuthOptions, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { container } from "./container";
import { cookieIn, deviceCookieName } from "./device-cookie.ts";
import { localPath } from "./local-path.ts";
import { openSession, sealSession, sessionCookieName } from "./session-cookie";

const absoluteSeconds = 12 * 3_600;

type SignedInUser = User & { sid: SessionId };

function cookieOptions(isSecure: boolean): NonNullable<AuthOptions["cookies"]> {
  return {
    sessionToken: { name: sessionCookieName(isSecure), options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure } },
  };
}

type Credentials = Record<"email" | "password", string> | undefined;
type SignInHeaders = Record<string, string | undefined> | undefined;

async function authorize(credentials: Credentials, headers: SignInHeaders): Promise<SignedInUser | null> {
  const { signIn, isSecure } = container();
  const address = headers?.["x-upstream-address"] ?? "unknown";
  const device = cookieIn(headers?.["cookie"], deviceCookieName(isSecure));
  const outcome = await signIn({ email: credentials?.email ?? "", password: credentials?.password ?? "", address, device });
  if (outcome.kind === "limited") throw new Error(`limited:${outcome.retryAfterSeconds}`);
  if (outcome.kind === "busy") throw new Error("busy");
  return outcome.kind === "refused" ? null : { id: outcome.userId, name: outcome.name, email: outcome.email, sid: outcome.sessionId };
}

/** The session's cookie is our own: its id under a MAC. Each decode looks the session up, so a revoked one is gone at once. */
function jwtCodec(): Pick<NonNullable<AuthOptions["jwt"]>, "encode" | "decode"> {
  const { authSecret } = container();
  return {
    encode: async ({ token }) => (token?.["sid"] ? sealSession(authSecret, token["sid"] as SessionId) : ""),
    decode: async ({ token }) => {
      const sessionId = openSession(authSecret, token);
      if (!sessionId) return null;
      const principal = await container().resolveSession(sessionId, null);
      return principal.kind === "member" ? { sid: sessionId, sub: principal.userId, name: principal.name, email: principal.email } : null;
    },
  };
}

/** next-auth for this installation: address and password, one session row for each sign-in. `onSignIn` hears whose it was. */
export function authOptions(onSignIn: (email: string) => void): AuthOptions {
  const { authSecret, isSecure } = container();
  return {
    secret: authSecret.toString("base64"),
    useSecureCookies: isSecure,
    cookies: cookieOptions(isSecure),
    pages: { signIn: "/login", error: "/login" },
    session: { strategy: "jwt", maxAge: absoluteSeconds, updateAge: absoluteSeconds },
    jwt: { maxAge: absoluteSeconds, ...jwtCodec() },
    providers: [
      CredentialsProvider({
        name: "password",
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: (credentials, request) => authorize(credentials, request.headers as SignInHeaders),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { ...token, sid: (user as SignedInUser).sid, sub: user.id as UserId } : token),
      session: ({ session, token }) => ({ expires: session.expires, user: { name: token.name ?? null, email: token.email ?? null } }),
      redirect: ({ url, baseUrl }) => `${baseUrl}${localPath(url) ?? ""}`,
    },
    events: {
      signIn: ({ user }) => onSignIn(user.email ?? ""),
      signOut: async ({ token }) => {
        if (token?.["sid"]) await container().endSession(token["sid"] as SessionId);
      },
    },
  };
}

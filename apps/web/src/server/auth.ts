import "server-only";
import type { Principal } from "@upstream/tenancy";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { container } from "./container";
import { openSession, sessionCookieName } from "./session-cookie";

/** Who is looking at this page, inside `customer` (slug or id) or outside any; asked once for each request. */
export const currentPrincipal = cache(async (customer: string | null): Promise<Principal> => {
  const { authSecret, isSecure, resolveSession } = container();
  const jar = await cookies();
  const sessionId = openSession(authSecret, jar.get(sessionCookieName(isSecure))?.value);
  return sessionId ? resolveSession(sessionId, customer) : { kind: "anonymous" };
});

/** The signed-in principal; sends everybody else to the sign-in page and back to `returnTo` afterwards. */
export async function requireSession(customer: string | null, returnTo: string): Promise<Exclude<Principal, { kind: "anonymous" }>> {
  const principal = await currentPrincipal(customer);
  if (principal.kind === "anonymous") redirect(`/login?callbackUrl=${encodeURIComponent(returnTo)}`);
  return principal;
}

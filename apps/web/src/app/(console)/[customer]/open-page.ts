import "server-only";
import type { Permission } from "@upstream/core/schemas";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requireSession } from "../../../server/auth";
import { container } from "../../../server/container";

/** Who looks at a page of a customer, what they may do, and their way to the API; asked once for each request. */
export const openPage = cache(async (customer: string) => {
  const principal = await requireSession(customer, (await headers()).get("x-path") ?? `/${customer}`);
  if (principal.kind === "apiKey" || !("customerId" in principal)) notFound();
  const api = container().caller(principal, customer);
  const me = await api.auth.me();
  return {
    api,
    me,
    principal,
    base: `/${principal.customerSlug}`,
    slug: principal.customerSlug,
    customerName: principal.customerName,
    zone: principal.timeZone,
    userId: principal.userId as string,
    role: me.role ?? "viewer",
    now: container().deps.clock.now().toISOString(),
    may: (permission: Permission) => me.permissions.includes(permission),
  };
});

export type OpenPage = Awaited<ReturnType<typeof openPage>>;

/** Runs a query of a page; something that is not there, or not theirs to see, is the not-found page. */
export async function orNotFound<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    if (
      error instanceof Error &&
      "code" in error &&
      (error.code === "NOT_FOUND" || error.code === "UNPROCESSABLE_CONTENT" || error.code === "BAD_REQUEST")
    )
      notFound();
    throw error;
  }
}

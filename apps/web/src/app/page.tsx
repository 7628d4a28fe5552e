import { redirect } from "next/navigation";
import { requireSession } from "../server/auth";
import { container } from "../server/container";

/** Sends people to their first customer, the superuser to the list of customers, everybody else to sign in. */
export default async function HomePage() {
  const principal = await requireSession(null, "/");
  if (principal.kind === "apiKey") redirect("/login");
  const [first] = await container().caller(principal).auth.customers();
  if (first !== undefined) redirect(`/${first.slug}`);
  redirect("/platform/customers");
}

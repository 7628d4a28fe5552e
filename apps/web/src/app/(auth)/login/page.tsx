import type { Metadata } from "next";
import { SignInPage } from "../../../features/sign-in/sign-in-page.tsx";

export const metadata: Metadata = { title: "Sign in" };

/** Sign-in; afterwards the person goes where they wanted to go, on this site only. */
export default async function LoginPage({ searchParams }: { searchParams: Promise<{ callbackUrl?: string | string[] }> }) {
  const { callbackUrl } = await searchParams;
  return <SignInPage goTo={localPath(callbackUrl)} />;
}

/** A path of this site, or the start page. */
function localPath(wanted: string | string[] | undefined): string {
  return typeof wanted === "string" && /^\/(?![/\\])/.test(wanted) ? wanted : "/";
}

import type { Metadata } from "next";
import { localPath } from "../../../server/local-path.ts";
import { SignInPage } from "../../../features/sign-in/sign-in-page.tsx";

export const metadata: Metadata = { title: "Sign in" };

/** Sign-in; afterwards the person goes where they wanted to go, on this site only. */
export default async function LoginPage({ searchParams }: { searchParams: Promise<{ callbackUrl?: string | string[] }> }) {
  const { callbackUrl } = await searchParams;
  return <SignInPage goTo={localPath(callbackUrl) ?? "/"} />;
}

export type SignInResult = { ok: true } | { ok: false; text: string };

/** Sends address and password; the answer is the same for an unknown address and a wrong password. */
export async function submitSignIn(email: string, password: string): Promise<SignInResult> {
  try {
    const csrf = (await (await fetch("/api/auth/csrf", { cache: "no-store" })).json()) as { csrfToken: string };
    const answer = await fetch("/api/auth/callback/credentials", {
      method: "POST",
      body: new URLSearchParams({ email, password, csrfToken: csrf.csrfToken, callbackUrl: "/", json: "true" }),
    });
    const { url } = (await answer.json()) as { url?: string };
    const error = url === undefined ? "Unavailable" : new URL(url, location.origin).searchParams.get("error");
    if (answer.ok && error === null) return { ok: true };
    return { ok: false, text: explain(error ?? "", answer.status) };
  } catch {
    return { ok: false, text: "Sign-in could not be reached. Nothing was changed. Try again." };
  }
}

function explain(error: string, status: number): string {
  const wait = /^LIMITED:?(\d+)?$/i.exec(error);
  if (wait !== null || status === 429) return `Too many tries. Try again in ${wait?.[1] ?? "60"} seconds.`;
  if (/^(unavailable|busy)/i.test(error) || status >= 500) return "Sign-in is not available now. Nothing was changed. Try again.";
  return "E-mail and password do not match.";
}

/** Clears the page and ends the session on the server; the sign-in page leads back to `returnTo`, a path of this site. */
export async function signOut(returnTo?: string): Promise<void> {
  document.body.hidden = true;
  try {
    const answer = await fetch("/api/auth/csrf", { cache: "no-store" });
    const { csrfToken } = (await answer.json()) as { csrfToken: string };
    await fetch("/api/auth/signout", { method: "POST", body: new URLSearchParams({ csrfToken, json: "true" }) });
  } finally {
    location.replace(returnTo === undefined ? "/login" : `/login?callbackUrl=${encodeURIComponent(returnTo)}`);
  }
}

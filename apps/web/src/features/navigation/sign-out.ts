/** Ends the session on the server, then shows the sign-in page. */
export async function signOut(): Promise<void> {
  const answer = await fetch("/api/auth/csrf", { cache: "no-store" });
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  await fetch("/api/auth/signout", { method: "POST", body: new URLSearchParams({ csrfToken, json: "true" }) });
  location.assign("/login");
}

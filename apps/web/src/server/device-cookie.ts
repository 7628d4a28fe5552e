/** Name of the cookie that marks a device as known to an account; with https it is bound to the host. */
export const deviceCookieName = (isSecure: boolean): string => (isSecure ? "__Host-upstream.device" : "upstream.device");

/** The value of one cookie in a Cookie header. */
export function cookieIn(header: string | null | undefined, name: string): string | undefined {
  const pairs = (header ?? "").split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** Set-Cookie for a device's mark. */
export function deviceCookie(mark: string, { isSecure, seconds }: { isSecure: boolean; seconds: number }): string {
  const parts = [`${deviceCookieName(isSecure)}=${mark}`, "Path=/", `Max-Age=${seconds}`, "HttpOnly", "SameSite=Lax"];
  return [...parts, ...(isSecure ? ["Secure"] : [])].join("; ");
}

import { Fault } from "../fault.ts";

/** Refuses what another site's page sends with a person's cookie: by Sec-Fetch-Site, and by Origin for browsers that do not know it. */
export function refuseForeignPages(request: Request, ownAddress: string): void {
  const isReading = request.method === "GET" || request.method === "HEAD";
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) {
    if (site === "same-origin" || (site === "none" && isReading)) return;
    throw new Fault("forbidden", { reason: "cross-site" });
  }
  const origin = request.headers.get("origin");
  if (origin !== null && !isReading && origin !== new URL(ownAddress).origin) throw new Fault("forbidden", { reason: "cross-site" });
}

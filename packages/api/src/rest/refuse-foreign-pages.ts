import { Fault } from "../fault.ts";

/** Refuses what another site's page sends with a person's cookie: by Sec-Fetch-Site, and by Origin for browsers that do not know it. */
export function refuseForeignPages(request: Request, ownAddress: string): void {
  const isReading = request.method === "GET" || request.method === "HEAD";
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const isForeign = site !== null && site !== "same-origin" && !(site === "none" && isReading);
  const isForeignOrigin = origin !== null && !isReading && origin !== new URL(ownAddress).origin;
  if (isForeign || isForeignOrigin) throw new Fault("forbidden", { reason: "cross-site" });
}

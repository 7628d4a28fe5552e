/** First parts of addresses that the product's own pages have, or may come to have; no customer's pages can be there. */
export const reservedSlugs: ReadonlySet<string> = new Set([
  "admin",
  "api",
  "assets",
  "dev",
  "docs",
  "health",
  "help",
  "login",
  "logout",
  "platform",
  "reset",
  "settings",
  "sign-in",
  "static",
  "status",
  "www",
]);

import type { NextConfig } from "next";

const year = 31_536_000;

const config: NextConfig = {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  reactStrictMode: true,
  typedRoutes: false,
  typescript: { ignoreBuildErrors: true },
  transpilePackages: [
    "@upstream/alerts",
    "@upstream/api",
    "@upstream/claims",
    "@upstream/core",
    "@upstream/db",
    "@upstream/drift",
    "@upstream/tenancy",
    "@upstream/workflows",
  ],
  // Not a page that redirects: behind a loading state a redirect arrives as a meta refresh and reloads the whole page.
  redirects: async () => [{ source: "/:customer/settings", destination: "/:customer/settings/general", permanent: false }],
  headers: async () => [{ source: "/fonts/:file*", headers: [{ key: "cache-control", value: `public, max-age=${year}, immutable` }] }],
};

export default config;

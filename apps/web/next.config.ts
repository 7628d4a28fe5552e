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
  headers: async () => [{ source: "/fonts/:file*", headers: [{ key: "cache-control", value: `public, max-age=${year}, immutable` }] }],
};

export default config;

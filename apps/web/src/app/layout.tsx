import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { CspNonce } from "../ui/overlay/csp-nonce.tsx";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Upstream", template: "%s · Upstream" },
  description: "Says when payers change, how much, and how sure it is.",
  robots: { index: false, follow: false },
};
export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

/** The document: theme from a cookie, fonts from this server, the nonce for overlays. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const theme = jar.get("theme")?.value;
  const nonce = head.get("x-nonce") ?? "";
  return (
    <html lang="en" data-theme={theme === "light" || theme === "dark" ? theme : undefined}>
      <head>
        <link rel="preload" href="/fonts/geist-latin-wght-normal.woff2" as="font" type="font/woff2" crossOrigin="anonymous" />
      </head>
      <body>
        <CspNonce nonce={nonce}>
          <NuqsAdapter>{children}</NuqsAdapter>
        </CspNonce>
      </body>
    </html>
  );
}

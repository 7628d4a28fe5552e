"use client";

import { FailedPage } from "../ui/failed-page.tsx";
import "./globals.css";

/** Even the document failed. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <FailedPage what="Upstream" digest={error.digest} retry={reset} />
      </body>
    </html>
  );
}

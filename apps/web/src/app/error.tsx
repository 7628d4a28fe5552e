"use client";

import { FailedPage } from "../ui/failed-page.tsx";

/** Outside a customer: the page failed. */
export default function RootError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <FailedPage what="This page" digest={error.digest} retry={reset} />;
}

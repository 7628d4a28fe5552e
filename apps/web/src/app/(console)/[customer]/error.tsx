"use client";

import { FailedPage } from "../../../ui/failed-page.tsx";

/** A page of a customer failed; the navigation stays. */
export default function CustomerError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <FailedPage what="This page" digest={error.digest} retry={reset} />;
}

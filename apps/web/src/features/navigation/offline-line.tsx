"use client";

import { useSyncExternalStore } from "react";

function onChange(listen: () => void): () => void {
  const stop = new AbortController();
  for (const name of ["online", "offline"]) addEventListener(name, listen, { signal: stop.signal });
  return () => stop.abort();
}

/** One line while the browser has no connection; the region stays, so that both its coming and its text are spoken. */
export function OfflineLine() {
  const isOnline = useSyncExternalStore(
    onChange,
    () => navigator.onLine,
    () => true,
  );
  return (
    <p className="offline" role="status">
      {isOnline ? null : "You are offline. This page stays as it was loaded, and nothing can be saved until the connection is back."}
    </p>
  );
}

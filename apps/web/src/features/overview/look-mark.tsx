"use client";

import { useEffect } from "react";
import { useTRPCClient } from "../../trpc/client.tsx";

const afterMs = 15_000;

/** Notes that this person has looked, once the page has been open for a while. */
export function LookMark() {
  const client = useTRPCClient();
  useEffect(() => {
    const timer = setTimeout(() => void client.preferences.update.mutate({ looked: true }).catch(() => undefined), afterMs);
    return () => clearTimeout(timer);
  }, [client]);
  return null;
}

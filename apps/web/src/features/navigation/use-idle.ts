"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useTRPCClient } from "../../trpc/client.tsx";
import { idleLimits, idleState, type IdleState } from "./idle-clock.ts";
import { signOut } from "./sign-out.ts";

const channelName = "upstream-activity";
const tick = 1_000;

/** Counts the time since the last key or click in any tab; activity keeps the session awake, its end clears the page. */
export function useIdle(): { state: IdleState; stay: () => void } {
  const client = useTRPCClient();
  const [state, setState] = useState<IdleState>({ kind: "active" });
  const times = useRef({ active: 0, woken: 0 });
  const channel = useRef<BroadcastChannel>(null);

  const stay = useCallback(() => {
    const now = performance.now();
    times.current.active = now;
    setState({ kind: "active" });
    channel.current?.postMessage("active");
    if (now - times.current.woken < idleLimits.wakeEvery) return;
    times.current.woken = now;
    void client.auth.me.query().catch(() => undefined);
  }, [client]);

  useEffect(() => {
    times.current = { active: performance.now(), woken: performance.now() };
    const heard = new BroadcastChannel(channelName);
    channel.current = heard;
    heard.onmessage = () => {
      times.current.active = performance.now();
    };
    const stop = new AbortController();
    const isWarned = () => idleState(performance.now() - times.current.active).kind !== "active";
    for (const name of ["keydown", "pointerdown"] as const)
      addEventListener(name, () => (isWarned() ? undefined : stay()), { signal: stop.signal, capture: true, passive: true });
    const timer = setInterval(() => {
      const next = idleState(performance.now() - times.current.active);
      setState((before) => (before.kind === "active" && next.kind === "active" ? before : next));
      if (next.kind === "over") clearInterval(timer);
    }, tick);
    return () => {
      clearInterval(timer);
      stop.abort();
      heard.close();
    };
  }, [stay]);

  useEffect(() => {
    if (state.kind === "over") void signOut(`${location.pathname}${location.search}`);
  }, [state.kind]);
  return { state, stay };
}

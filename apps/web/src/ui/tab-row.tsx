"use client";

import { useEffect, useRef, type ReactNode } from "react";

/** Links to sibling pages in one row, scrolled so that the one it is on can be seen. */
export function TabRow({ label, className = "", children }: { label: string; className?: string; children: ReactNode }) {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    row.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, []);
  return (
    <nav ref={row} className={`${className} tabs`.trim()} aria-label={label}>
      {children}
    </nav>
  );
}

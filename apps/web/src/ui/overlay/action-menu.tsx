"use client";

import { lazy, Suspense } from "react";
import type { MenuProps } from "./menu-body.tsx";

const MenuBody = lazy(async () => ({ default: (await import("./menu-body.tsx")).MenuBody }));

/** A menu beside an element; its code is fetched when it first opens. */
export function ActionMenu({ open, ...props }: MenuProps & { open: boolean }) {
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <MenuBody {...props} />
    </Suspense>
  );
}

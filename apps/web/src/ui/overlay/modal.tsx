"use client";

import { lazy, Suspense } from "react";
import type { ModalProps } from "./modal-body.tsx";

const ModalBody = lazy(async () => ({ default: (await import("./modal-body.tsx")).ModalBody }));

/** A dialog, sheet or palette; its code is fetched when it first opens. */
export function Modal({ open, ...props }: ModalProps & { open: boolean }) {
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <ModalBody {...props} />
    </Suspense>
  );
}

"use client";

import { useEffect, useRef } from "react";
import { registerKeys, type KeyBinding } from "./key-registry.ts";

/** Makes keys work while the component is shown; the newest callbacks are called. */
export function useKeys(name: string, bindings: readonly KeyBinding[]): void {
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  const shape = bindings.map((binding) => binding.keys).join(",");
  useEffect(
    () =>
      registerKeys({
        name,
        bindings: latest.current.map((binding, index) => ({ ...binding, run: () => latest.current[index]?.run() })),
      }),
    [name, shape],
  );
}

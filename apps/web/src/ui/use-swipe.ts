"use client";

import { useRef, type MouseEvent, type PointerEvent } from "react";

type SwipeActions = { onRight: () => void; onLeft: () => void; onHold: () => void };

const farEnough = 88;
const holdMilliseconds = 500;
const stillness = 8;

/** Touch on a row: to the right, to the left, or held; the click that would follow is swallowed. Mouse and pen are left alone. */
export function useSwipe({ onRight, onLeft, onHold }: SwipeActions) {
  const from = useRef<{ x: number; y: number } | null>(null);
  const holding = useRef<ReturnType<typeof setTimeout>>(undefined);
  const acted = useRef(false);

  function rest(row: HTMLElement) {
    clearTimeout(holding.current);
    from.current = null;
    row.style.translate = "";
    delete row.dataset["swipe"];
  }
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      acted.current = false;
      if (event.pointerType !== "touch") return;
      from.current = { x: event.clientX, y: event.clientY };
      holding.current = setTimeout(() => {
        acted.current = true;
        from.current = null;
        onHold();
      }, holdMilliseconds);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (from.current === null) return;
      const by = event.clientX - from.current.x;
      if (Math.hypot(by, event.clientY - from.current.y) > stillness) clearTimeout(holding.current);
      const row = event.currentTarget;
      row.style.translate = `${by}px`;
      row.dataset["swipe"] = Math.abs(by) < farEnough ? "short" : by > 0 ? "right" : "left";
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const side = event.currentTarget.dataset["swipe"];
      rest(event.currentTarget);
      if (side !== "right" && side !== "left") return;
      acted.current = true;
      if (side === "right") onRight();
      else onLeft();
    },
    onPointerCancel: (event: PointerEvent<HTMLElement>) => rest(event.currentTarget),
    onClickCapture(event: MouseEvent<HTMLElement>) {
      if (!acted.current) return;
      acted.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
    onContextMenu(event: MouseEvent<HTMLElement>) {
      if (acted.current) event.preventDefault();
    },
  };
}

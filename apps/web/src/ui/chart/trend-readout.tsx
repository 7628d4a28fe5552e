"use client";

import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";

type TrendReadoutProps = {
  /** One line for each week, oldest first: "Week of Apr 22: 14.3% (95% interval 9.0% to 22.1%), 12 of 84". */
  lines: readonly string[];
  children: ReactNode;
};

/** Moves a hairline over the chart it wraps by pointer or arrows; values stand in a fixed line above. */
export function TrendReadout({ lines, children }: TrendReadoutProps) {
  const box = useRef<HTMLDivElement>(null);
  const [week, setWeek] = useState<number | null>(null);

  function show(next: number | null) {
    setWeek(next);
    for (const picture of box.current?.querySelectorAll<SVGSVGElement>("svg[data-xs]") ?? []) moveHair(picture, next);
  }

  function follow(event: PointerEvent) {
    const picture = (event.target as Element).closest<SVGSVGElement>("svg[data-xs]");
    if (picture !== null) show(nearestWeek(picture, event.clientX));
  }

  function step(event: KeyboardEvent) {
    const move = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (move === 0) return;
    event.preventDefault();
    show(Math.min(lines.length - 1, Math.max(0, (week ?? lines.length - (move === 1 ? 1 : 0)) + move)));
  }

  return (
    <div
      ref={box}
      className="readout"
      tabIndex={0}
      role="group"
      aria-label="Chart. Left and right arrows read the weeks."
      onPointerMove={follow}
      onPointerLeave={() => show(null)}
      onKeyDown={step}
      onBlur={() => show(null)}
    >
      <p className="meta num readline" aria-live="polite">
        {week === null ? "\u00a0" : (lines[week] ?? "\u00a0")}
      </p>
      {children}
    </div>
  );
}

function positionsOf(picture: SVGSVGElement): number[] {
  return (picture.dataset["xs"] ?? "").split(" ").map(Number);
}

function nearestWeek(picture: SVGSVGElement, clientX: number): number {
  const box = picture.getBoundingClientRect();
  const at = ((clientX - box.left) / box.width) * picture.viewBox.baseVal.width;
  const positions = positionsOf(picture);
  const distances = positions.map((position) => Math.abs(position - at));
  return distances.indexOf(Math.min(...distances)) + Number(picture.dataset["dropped"] ?? 0);
}

function moveHair(picture: SVGSVGElement, week: number | null): void {
  const hair = picture.querySelector(".hair");
  const at = week === null ? undefined : positionsOf(picture)[week - Number(picture.dataset["dropped"] ?? 0)];
  hair?.setAttribute("visibility", at === undefined ? "hidden" : "visible");
  if (at === undefined) return;
  hair?.setAttribute("x1", String(at));
  hair?.setAttribute("x2", String(at));
}

"use client";

import { round } from "./line-path.ts";

/** Bar = share of the extra that a slice explains, line = its share of the volume; both 0–1. */
export function SliceBar({ share, volume }: { share: number; volume: number }) {
  const x = (value: number) => round(Math.min(1, Math.max(0, value)) * 200);
  return (
    <svg className="chart" width="200" height="14" viewBox="0 0 200 14" aria-hidden="true">
      <rect className="bar-bg" x="0" y="3.5" width="200" height="7" rx="1.5" />
      <rect className="bar-now" x="0" y="3.5" width={x(share)} height="7" rx="1.5" />
      <line className="tickv" x1={x(volume)} x2={x(volume)} y1="0.5" y2="13.5" />
    </svg>
  );
}

import { layoutTrend, type TrendSize } from "./trend-layout.ts";
import { TrendPicture } from "./trend-picture.tsx";
import type { Trend } from "./trend.ts";

const sizes: readonly TrendSize[] = ["wide", "narrow", "phone"];

/** A weekly series in both windows, laid out on the server for three widths; CSS shows one. */
export function TrendChart({ trend, id }: { trend: Trend; id: string }) {
  if (trend.points.length === 0) return <p className="muted">No claims were decided in these weeks.</p>;
  return (
    <>
      {sizes.map((size) => (
        <TrendPicture key={size} layout={layoutTrend(trend, size)} id={`${id}-${size}`} />
      ))}
    </>
  );
}

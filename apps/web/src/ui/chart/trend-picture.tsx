"use client";

import { round } from "./line-path.ts";
import type { TotalMark, TrendLayout, WeekMark } from "./trend-layout.ts";

type TrendPictureProps = { layout: TrendLayout; id: string };

/** A laid-out trend as SVG: band, baseline, whiskers, wash, hatch, events, totals in the gutter. */
export function TrendPicture({ layout, id }: TrendPictureProps) {
  const { frame, weeks, size } = layout;
  return (
    <svg
      className={`chart fluid ${size === "panel" ? "" : `trend-${size}`}`}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-labelledby={`${id}-t`}
      data-xs={weeks.map((week) => week.x).join(" ")}
      data-dropped={layout.dropped}
    >
      <title id={`${id}-t`}>{layout.label}</title>
      <Ground layout={layout} id={id} />
      {weeks.map((week, index) => (
        <Week key={index} week={week} bottom={frame.bottom} />
      ))}
      <path className="base" d={layout.basePath} />
      <path className="now" d={layout.nowPath} />
      {weeks.map((week, index) => (
        <WeekPoint key={index} week={week} isSmall={size === "panel"} />
      ))}
      {layout.events.map((event) => (
        <g key={event.text}>
          <line className="ann" x1={event.x} x2={event.x} y1="14" y2={frame.bottom} />
          <text x={round(event.x - 6)} y="18" textAnchor="end">
            {event.text}
          </text>
        </g>
      ))}
      <line className="hair" x1="0" x2="0" y1={frame.top} y2={frame.bottom} visibility="hidden" />
      {layout.totals.map((total) => (
        <Total key={total.label} total={total} x={frame.right + 14} />
      ))}
    </svg>
  );
}

function Ground({ layout, id }: TrendPictureProps) {
  const { frame, wash, hatch, ticks, band, center } = layout;
  const height = frame.bottom - frame.top;
  return (
    <>
      <defs>
        <pattern id={`${id}-h`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className="hatch" x1="0" x2="0" y1="0" y2="6" />
        </pattern>
      </defs>
      <rect className="wash" x={wash.x} y={frame.top} width={wash.width} height={height} />
      {hatch === null ? null : <rect x={hatch.x} y={frame.top} width={hatch.width} height={height} fill={`url(#${id}-h)`} />}
      {ticks.map((tick) => (
        <g key={tick.y}>
          <line className={tick.isZero ? "axis" : "grid"} x1={frame.left} x2={frame.right} y1={tick.y} y2={tick.y} />
          <text x={frame.left - 8} y={tick.y + 4} textAnchor="end">
            {tick.text}
          </text>
        </g>
      ))}
      {band === null ? null : <rect className="band" x={frame.left} y={band.y} width={frame.right - frame.left} height={band.height} />}
      {center === null ? null : <line className="baseline-dash" x1={frame.left} x2={frame.right} y1={center} y2={center} />}
    </>
  );
}

function Week({ week, bottom }: { week: WeekMark; bottom: number }) {
  return (
    <>
      {week.low === null || week.high === null ? null : <Whisker x={week.x} low={week.low} high={week.high} isNow={week.kind !== "base"} />}
      {week.label === null ? null : (
        <text x={week.x} y={bottom + 18} textAnchor="middle" className={week.startsNow ? "tx-now" : undefined}>
          {week.label}
        </text>
      )}
    </>
  );
}

function WeekPoint({ week, isSmall }: { week: WeekMark; isSmall: boolean }) {
  if (isSmall && week.kind === "base") return null;
  return <circle className={`pt-${week.kind}`} cx={week.x} cy={week.y} r={week.kind === "base" ? 3 : isSmall ? 3.5 : 4} />;
}

function Whisker({ x, low, high, isNow }: { x: number; low: number; high: number; isNow: boolean }) {
  if (!isNow) return <line className="wh-base" x1={x} x2={x} y1={low} y2={high} />;
  return (
    <>
      <line className="wh" x1={x} x2={x} y1={low} y2={high} />
      <line className="wh" x1={round(x - 4)} x2={round(x + 4)} y1={low} y2={low} />
      <line className="wh" x1={round(x - 4)} x2={round(x + 4)} y1={high} y2={high} />
    </>
  );
}

function Total({ total, x }: { total: TotalMark; x: number }) {
  const { low, high, isNow } = total;
  return (
    <>
      {low === null || high === null ? null : <Whisker x={x} low={low} high={high} isNow={isNow} />}
      <circle className={isNow ? "pt-now" : "pt-base"} cx={x} cy={total.y} r={isNow ? 4.5 : 4} />
      <text className={`${isNow ? "tx-now" : "tx-strong"} tx-12`} x={x + 12} y={round(total.textY - 2)}>
        {total.value}
      </text>
      <text x={x + 12} y={round(total.textY + 12)}>
        {total.label}
      </text>
    </>
  );
}

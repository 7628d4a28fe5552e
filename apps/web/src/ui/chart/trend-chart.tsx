import { formatTick } from "./chart-value.ts";
import { linePath, round } from "./line-path.ts";
import { labelEvery, trendGeometry, type TrendGeometry, type TrendSize } from "./trend-geometry.ts";
import { TrendGutter } from "./trend-gutter.tsx";
import type { Trend } from "./trend.ts";

const sizes: readonly TrendSize[] = ["wide", "narrow", "phone"];

/** A weekly series in both windows: band, baseline, whiskers, wash, hatch, events and the totals in the gutter. */
export function TrendChart({ trend, id }: { trend: Trend; id: string }) {
  if (trend.points.length === 0) return <p className="muted">No claims were decided in these weeks.</p>;
  return (
    <>
      {sizes.map((size) => (
        <TrendPicture key={size} trend={trend} size={size} id={`${id}-${size}`} />
      ))}
    </>
  );
}

/** The same chart at one width. */
export function TrendPicture({ trend, size, id }: { trend: Trend; size: TrendSize; id: string }) {
  const geometry = trendGeometry(trend, size);
  const { frame, points, x } = geometry;
  return (
    <svg
      className={`chart fluid trend-${size}`}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-labelledby={`${id}-t`}
      data-xs={points.map((_, index) => x(index)).join(" ")}
      data-dropped={geometry.dropped}
    >
      <title id={`${id}-t`}>{trend.label}</title>
      <Ground trend={trend} geometry={geometry} id={id} />
      <Weeks geometry={geometry} immature={trend.immature} whiskers={size !== "panel"} />
      {(size === "panel" ? [] : trend.events).map((event) => (
        <EventLine key={event.text} at={frame.left + geometry.step * (event.at - geometry.dropped)} text={event.text} geometry={geometry} />
      ))}
      <line className="hair" x1="0" x2="0" y1={frame.top} y2={frame.bottom} visibility="hidden" />
      {frame.gutter ? <TrendGutter trend={trend} geometry={geometry} /> : null}
    </svg>
  );
}

function Ground({ trend, geometry, id }: { trend: Trend; geometry: TrendGeometry; id: string }) {
  const { frame, nowFrom, step, ticks, y } = geometry;
  const height = frame.bottom - frame.top;
  const washFrom = frame.left + step * nowFrom;
  const young = step * trend.immature;
  const lastTick = ticks[ticks.length - 1];
  return (
    <>
      <defs>
        <pattern id={`${id}-h`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className="hatch" x1="0" x2="0" y1="0" y2="6" />
        </pattern>
      </defs>
      <rect className="wash" x={round(washFrom)} y={frame.top} width={round(frame.right - washFrom)} height={height} />
      {trend.immature > 0 ? <rect x={round(frame.right - young)} y={frame.top} width={round(young)} height={height} fill={`url(#${id}-h)`} /> : null}
      {ticks.map((tick) => (
        <g key={tick}>
          <line className={tick === 0 ? "axis" : "grid"} x1={frame.left} x2={frame.right} y1={y(tick)} y2={y(tick)} />
          <text x={frame.left - 8} y={y(tick) + 4} textAnchor="end">
            {formatTick(trend.unit, tick, tick === lastTick)}
          </text>
        </g>
      ))}
      {trend.band === null ? null : (
        <rect className="band" x={frame.left} y={y(trend.band[1])} width={frame.right - frame.left} height={round(Math.max(1, y(trend.band[0]) - y(trend.band[1])))} />
      )}
      {trend.center === null ? null : <line className="baseline-dash" x1={frame.left} x2={frame.right} y1={y(trend.center)} y2={y(trend.center)} />}
    </>
  );
}

function Weeks({ geometry, immature, whiskers }: { geometry: TrendGeometry; immature: number; whiskers: boolean }) {
  const { frame, points, nowFrom, step, x, y } = geometry;
  const every = whiskers ? labelEvery(step) : Math.max(1, nowFrom);
  const at = points.map((point, index) => [x(index), y(point.value)] as const);
  return (
    <>
      {points.map((point, index) => (
        <g key={`${point.label}-${index}`}>
          {!whiskers || point.low === null || point.high === null ? null : <Whisker x={x(index)} low={y(point.low)} high={y(point.high)} now={index >= nowFrom} />}
          {isLabelled(index, nowFrom, every) ? (
            <text x={x(index)} y={frame.bottom + 18} textAnchor="middle" className={index === nowFrom ? "tx-now" : undefined}>
              {point.label}
            </text>
          ) : null}
        </g>
      ))}
      <path className="base" d={linePath(at.slice(0, nowFrom))} />
      <path className="now" d={linePath(at.slice(nowFrom))} />
      {at.map(([cx, cy], index) =>
        !whiskers && index < nowFrom ? null : (
        <circle
          key={index}
          className={index < nowFrom ? "pt-base" : index >= points.length - immature ? "pt-young" : "pt-now"}
          cx={cx}
          cy={cy}
          r={index < nowFrom ? 3 : whiskers ? 4 : 3.5}
        />
        ),
      )}
    </>
  );
}

function isLabelled(index: number, nowFrom: number, every: number): boolean {
  return (((index - nowFrom) % every) + every) % every === 0;
}

function Whisker({ x, low, high, now }: { x: number; low: number; high: number; now: boolean }) {
  if (!now) return <line className="wh-base" x1={x} x2={x} y1={low} y2={high} />;
  return (
    <>
      <line className="wh" x1={x} x2={x} y1={low} y2={high} />
      <line className="wh" x1={round(x - 4)} x2={round(x + 4)} y1={low} y2={low} />
      <line className="wh" x1={round(x - 4)} x2={round(x + 4)} y1={high} y2={high} />
    </>
  );
}

function EventLine({ at, text, geometry }: { at: number; text: string; geometry: TrendGeometry }) {
  const { frame } = geometry;
  if (at < frame.left || at > frame.right) return null;
  return (
    <>
      <line className="ann" x1={round(at)} x2={round(at)} y1="14" y2={frame.bottom} />
      <text x={round(at - 6)} y="18" textAnchor="end">
        {text}
      </text>
    </>
  );
}

import { formatChartValue } from "./chart-value.ts";
import { round } from "./line-path.ts";
import type { TrendGeometry } from "./trend-geometry.ts";
import type { Trend, TrendTotal } from "./trend.ts";

/** Totals of both windows right of the plot: mark, whisker, value, words. */
export function TrendGutter({ trend, geometry }: { trend: Trend; geometry: TrendGeometry }) {
  const nowY = trend.now === null ? 0 : geometry.y(trend.now.value);
  const beforeY = trend.before === null ? 0 : geometry.y(trend.before.value);
  const gap = trend.now === null || trend.before === null ? 0 : Math.max(0, 32 - Math.abs(nowY - beforeY)) / 2;
  const nowAbove = nowY <= beforeY;
  return (
    <>
      {trend.now === null ? null : <Total total={trend.now} trend={trend} geometry={geometry} now textY={nowY + (nowAbove ? -gap : gap)} />}
      {trend.before === null ? null : <Total total={trend.before} trend={trend} geometry={geometry} now={false} textY={beforeY + (nowAbove ? gap : -gap)} />}
    </>
  );
}

type TotalProps = { total: TrendTotal; trend: Trend; geometry: TrendGeometry; now: boolean; textY: number };

function Total({ total, trend, geometry, now, textY }: TotalProps) {
  const { frame, y } = geometry;
  const x = frame.right + 14;
  const line = now ? "wh" : "wh-base";
  return (
    <>
      {total.low === null || total.high === null ? null : (
        <>
          <line className={line} x1={x} x2={x} y1={y(total.low)} y2={y(total.high)} />
          {now ? <line className={line} x1={x - 4} x2={x + 4} y1={y(total.low)} y2={y(total.low)} /> : null}
          {now ? <line className={line} x1={x - 4} x2={x + 4} y1={y(total.high)} y2={y(total.high)} /> : null}
        </>
      )}
      <circle className={now ? "pt-now" : "pt-base"} cx={x} cy={y(total.value)} r={now ? 4.5 : 4} />
      <text className={`${now ? "tx-now" : "tx-strong"} tx-12`} x={x + 12} y={round(textY - 2)}>
        {formatChartValue(trend.unit, total.value)}
      </text>
      <text x={x + 12} y={round(textY + 12)}>
        {total.label}
      </text>
    </>
  );
}

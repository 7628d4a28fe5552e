import { formatChartValue } from "./chart-value.ts";
import type { Trend } from "./trend.ts";

/** The numbers of a trend chart as a table. */
export function TrendTable({ trend, name }: { trend: Trend; name: string }) {
  return (
    <div className="xscroll">
      <table className="table">
        <caption className="sr">{trend.label}</caption>
        <thead>
          <tr>
            <th scope="col">Week from</th>
            <th scope="col" className="right">
              {name}
            </th>
            <th scope="col" className="right">
              95% interval
            </th>
            <th scope="col" className="right">
              Counted
            </th>
          </tr>
        </thead>
        <tbody>
          {trend.points.map((point, index) => (
            <tr key={`${point.label}-${index}`} className={index >= trend.nowFrom ? "sel" : undefined}>
              <td className="num">{point.label}</td>
              <td className="right num">{formatChartValue(trend.unit, point.value)}</td>
              <td className="right num muted">
                {point.low === null || point.high === null
                  ? "–"
                  : `${formatChartValue(trend.unit, point.low)} to ${formatChartValue(trend.unit, point.high)}`}
              </td>
              <td className="right num muted">{point.basis ?? "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

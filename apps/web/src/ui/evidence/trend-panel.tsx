import { TrendChart } from "../chart/trend-chart.tsx";
import { TrendLegend } from "../chart/trend-legend.tsx";
import { trendLines } from "../chart/trend-lines.ts";
import { TrendReadout } from "../chart/trend-readout.tsx";
import { TrendTable } from "../chart/trend-table.tsx";
import type { Trend } from "../chart/trend.ts";
import { ChartSwitch } from "./chart-switch.tsx";

type TrendPanelProps = { id: string; name: string; trend: Trend; immatureShare: number | null };

/** Head, chart with legend, and the same numbers as a table; goes inside a panel. */
export function TrendPanel({ id, name, trend, immatureShare }: TrendPanelProps) {
  return (
    <ChartSwitch
      title={`${name} by week decided`}
      chart={
        <div className="chartbox">
          <TrendReadout lines={trendLines(trend)}>
            <TrendChart trend={trend} id={id} />
          </TrendReadout>
          <TrendLegend immatureShare={immatureShare} knownUntil={trend.knownUntil} />
        </div>
      }
      table={<TrendTable trend={trend} name={name} />}
    />
  );
}

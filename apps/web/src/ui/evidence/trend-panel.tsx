import { countTrend } from "../chart/count-trend.ts";
import { TrendChart } from "../chart/trend-chart.tsx";
import { TrendLegend } from "../chart/trend-legend.tsx";
import { trendLines } from "../chart/trend-lines.ts";
import { TrendReadout } from "../chart/trend-readout.tsx";
import { TrendTable } from "../chart/trend-table.tsx";
import type { Trend } from "../chart/trend.ts";
import { ChartSwitch, type ChartView } from "./chart-switch.tsx";

type TrendPanelProps = { id: string; name: string; trend: Trend; immatureShare: number | null };

/** Head, charts of the value and of the claims with their legends, and the same numbers as a table; goes inside a panel. */
export function TrendPanel({ id, name, trend, immatureShare }: TrendPanelProps) {
  const view = (viewId: string, short: string, title: string, drawn: Trend): ChartView => ({
    id: viewId,
    name: short,
    title: `${title} by week decided`,
    chart: (
      <div className="chartbox">
        <TrendReadout lines={trendLines(drawn)}>
          <TrendChart trend={drawn} id={`${id}-${viewId}`} />
        </TrendReadout>
        <TrendLegend trend={drawn} immatureShare={immatureShare} />
      </div>
    ),
  });
  return (
    <ChartSwitch
      views={[view("value", trend.unit === "days" ? "Days" : "Rate", name, trend), view("claims", "Claims", "Claims", countTrend(trend))]}
      table={<TrendTable trend={trend} name={name} />}
    />
  );
}

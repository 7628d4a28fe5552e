"use client";

import { useState, type ReactNode } from "react";
import { Button } from "../button.tsx";
import { Icon } from "../icon/icon.tsx";
import { iconTable } from "../icon/paths/table.ts";
import { useKeys } from "../keys/use-keys.ts";
import { Segmented } from "../segmented.tsx";

export type ChartView = { id: string; name: string; title: string; chart: ReactNode };

/** The charts of a change, one at a time, or their numbers; T changes between chart and table. */
export function ChartSwitch({ views, table }: { views: readonly ChartView[]; table: ReactNode }) {
  const [asTable, setAsTable] = useState(false);
  const [chosen, choose] = useState(views[0]?.id ?? "");
  const view = views.find((each) => each.id === chosen) ?? views[0];
  useKeys("Chart", [{ keys: "t", does: "Chart or table", run: () => setAsTable(!asTable) }]);
  return (
    <>
      <div className="head">
        <h2 className="h trunc">{view?.title}</h2>
        <span className="grow" />
        {asTable ? null : <Segmented small label="Drawn as" segments={views} value={chosen} onChange={choose} />}
        <Button
          kind="ghost"
          size="sm"
          icon
          aria-pressed={asTable}
          aria-label={asTable ? "Show the chart" : "Show the numbers as a table"}
          onClick={() => setAsTable(!asTable)}
        >
          <Icon d={iconTable} size={14} />
        </Button>
      </div>
      {asTable ? table : view?.chart}
    </>
  );
}

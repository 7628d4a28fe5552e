"use client";

import { useState, type ReactNode } from "react";
import { Button } from "../button.tsx";
import { Icon } from "../icon/icon.tsx";
import { iconTable } from "../icon/icon-paths.ts";
import { useKeys } from "../keys/use-keys.ts";

/** The chart of a change, or its numbers; T changes between them. */
export function ChartSwitch({ title, chart, table }: { title: string; chart: ReactNode; table: ReactNode }) {
  const [asTable, setAsTable] = useState(false);
  useKeys("Chart", [{ keys: "t", does: "Chart or table", run: () => setAsTable(!asTable) }]);
  return (
    <>
      <div className="head">
        <h2 className="h">{title}</h2>
        <span className="grow" />
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
      {asTable ? table : chart}
    </>
  );
}

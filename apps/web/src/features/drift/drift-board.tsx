"use client";

import { useRouter } from "next/navigation";
import { useQueryStates } from "nuqs";
import { useTransition, type ReactNode } from "react";
import { HeatMap, type HeatRow } from "../../ui/heat-map.tsx";
import { useKeys } from "../../ui/keys/use-keys.ts";
import { Segmented, type Segment } from "../../ui/segmented.tsx";
import { driftParams } from "./search-params.ts";
import { allGroups } from "./to-heat-rows.ts";

type DriftBoardProps = {
  signal: string;
  signals: readonly Segment[];
  title: string;
  asOf: ReactNode;
  legend: ReactNode;
  groups: readonly { id: string; name: string }[];
  rows: readonly HeatRow[];
  selected: { row: string; group: string } | null;
  /** Alert of the selected cell, for Shift Enter. */
  alertHref: string | null;
  panel: ReactNode;
};

/** Signals, the map of payers by groups, and the panel of the chosen cell; the choice lives in the address. */
export function DriftBoard({ signal, signals, title, asOf, legend, groups, rows, selected, alertHref, panel }: DriftBoardProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [, setParams] = useQueryStates(driftParams, { shallow: false, startTransition, scroll: false });
  useKeys("Drift", [
    { keys: "shift+enter", does: "Open the alert of the cell", run: () => (alertHref === null ? undefined : router.push(alertHref)) },
  ]);
  return (
    <>
      <div className="filters">
        <Segmented
          label="Signal"
          segments={signals}
          value={signal}
          onChange={(id) => void setParams({ signal: id, payer: null, group: null })}
        />
        <span className="grow" />
        {asOf}
      </div>
      <div className={`split dsplit ${pending ? "dim" : ""}`} aria-busy={pending}>
        <section className="panel">
          <div className="head">
            <h2 className="h">{title}</h2>
            <span className="meta hide-s">last 28 days against the weeks before, same codes, same age</span>
          </div>
          <div className="heatbox">
            <div className="xscroll">
              <HeatMap
                label={title}
                groups={groups}
                rows={rows}
                selected={selected}
                onSelect={(row, group) => void setParams({ payer: row, group: group === allGroups ? null : group })}
                onOpen={() => (alertHref === null ? undefined : router.push(alertHref))}
              />
            </div>
            {legend}
          </div>
        </section>
        {panel}
      </div>
    </>
  );
}

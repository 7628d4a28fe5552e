import { Icon } from "../../ui/icon/icon.tsx";
import { iconCalendarBlank } from "../../ui/icon/paths/calendar-blank.ts";
import { formatDay } from "../../ui/format/format-date.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageSentence } from "../../ui/page-sentence.tsx";
import { signalName } from "../../ui/text/signal-name.ts";
import { PageBar } from "../navigation/page-bar.tsx";
import { CellPanel } from "./cell-panel.tsx";
import { DriftBoard } from "./drift-board.tsx";
import { HeatLegend } from "./heat-legend.tsx";
import { MovementsTable } from "./movements-table.tsx";
import type { DriftView } from "./view-model.ts";

/** Where payers differ from themselves. */
export function DriftPage({ view }: { view: DriftView }) {
  const name = signalName(view.signal).toLowerCase();
  const open = view.movements.filter((move) => move.state !== "recovered").length;
  return (
    <>
      <PageBar title="Drift" />
      <main className="page" id="main">
        <PageSentence sentence={view.sentence} />
        {view.rows.length === 0 ? (
          <NothingCompared />
        ) : (
          <DriftBoard
            signal={view.signal}
            signals={view.signals}
            title={`Change of the ${name}, ${view.unitName.toLowerCase()}`}
            asOf={view.asOf === null ? null : <AsOf day={view.asOf} />}
            legend={<HeatLegend unit={view.unitName === "Days" ? "days" : "rate"} />}
            groups={view.groups}
            rows={view.rows}
            selected={view.selected}
            alertHref={view.cell?.alertHref ?? null}
            panel={<CellPanel cell={view.cell} />}
          />
        )}
        {view.rows.length === 0 ? null : (
          <MovementsTable
            title={`Movements of the ${name}`}
            meta={`${open} open, ${view.movements.length - open} recovered`}
            unitName={view.unitName}
            movements={view.movements}
            scale={view.scale}
          />
        )}
      </main>
    </>
  );
}

function NothingCompared() {
  return (
    <EmptyState title="There is no map yet">
      Every payer is compared with its own earlier weeks, group by group, once enough decided claims are loaded.
    </EmptyState>
  );
}

function AsOf({ day }: { day: string }) {
  return (
    <span className="meta row8">
      <Icon d={iconCalendarBlank} size={14} />
      As of {formatDay(day)}
    </span>
  );
}

import Link from "next/link";
import { buttonClass } from "../../ui/button.tsx";
import { layoutTrend } from "../../ui/chart/trend-layout.ts";
import { TrendPicture } from "../../ui/chart/trend-picture.tsx";
import { Kbd } from "../../ui/key-hint.tsx";
import { KeyValues } from "../../ui/key-values.tsx";
import { SeverityGlyph } from "../../ui/severity.tsx";
import type { CellView } from "./view-model.ts";

/** What is known of the chosen cell: trend, now, before, difference, at stake, and the smallest change we would notice. */
export function CellPanel({ cell }: { cell: CellView | null }) {
  if (cell === null) {
    return (
      <aside className="panel" aria-label="Chosen cell">
        <p className="body muted">Choose a cell to see its weeks, both windows and the smallest change we would notice.</p>
      </aside>
    );
  }
  return (
    <aside className="panel" aria-label="Chosen cell" aria-live="polite">
      <div className="head">
        {cell.severity === null ? null : <SeverityGlyph severity={cell.severity} />}
        <h2 className="h trunc">{cell.title}</h2>
      </div>
      <div className="body stack g12">
        {cell.trend === null ? null : <TrendPicture layout={layoutTrend(cell.trend, "panel")} id="cell" />}
        {cell.note === null ? null : <p className="muted">{cell.note}</p>}
        <KeyValues pairs={cell.pairs} />
        <div className="rowbtn">
          {cell.alertHref !== null ? (
            <Link className={buttonClass({ kind: "primary", className: "grow" })} href={cell.alertHref}>
              Open alert <Kbd>Shift Enter</Kbd>
            </Link>
          ) : cell.eventHref !== null ? (
            <Link className={buttonClass({ kind: "primary", className: "grow" })} href={cell.eventHref}>
              Open change
            </Link>
          ) : null}
          <Link className={buttonClass({})} href={cell.claimsHref}>
            Claims
          </Link>
        </div>
      </div>
    </aside>
  );
}

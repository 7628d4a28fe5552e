import Link from "next/link";
import { IntervalMark } from "../../ui/chart/interval-mark.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconArrowDown } from "../../ui/icon/paths/arrow-down.ts";
import { Panel } from "../../ui/panel.tsx";
import { SeverityGlyph } from "../../ui/severity.tsx";
import { StateChip } from "../../ui/state-chip.tsx";
import type { MovementState, MovementView } from "./view-model.ts";

type MovementsProps = {
  title: string;
  meta: string;
  unitName: string;
  movements: readonly MovementView[];
  scale: readonly [number, number];
};

function columnsOf(unitName: string, scale: readonly [number, number]): Column<MovementView>[] {
  return [
    { id: "severity", head: <span className="sr">Severity</span>, cell: (move) => <Direction move={move} />, phone: true },
    {
      id: "segment",
      head: "Payer and group",
      phone: true,
      cell: (move) => (
        <Link href={move.href}>
          <span className="strong">{move.payer}</span> <span className="muted">{move.group}</span>
        </Link>
      ),
    },
    { id: "before", head: "Before", cell: (move) => <span className="muted">{move.before}</span>, right: true },
    { id: "now", head: "Now", cell: (move) => <span className="strong">{move.now}</span>, right: true, phone: true },
    {
      id: "difference",
      head: unitName,
      cell: (move) => <span className={`strong ${move.harm ? "" : "c-good"}`}>{move.difference}</span>,
      right: true,
      phone: true,
    },
    {
      id: "interval",
      head: "Interval around no change",
      cell: (move) => <IntervalMark value={move.value} low={move.low} high={move.high} scale={scale} width={132} />,
    },
    { id: "money", head: "Each month", cell: (move) => move.money, right: true },
    { id: "since", head: "Since", cell: (move) => <span className="muted">{move.since}</span>, className: "num" },
    { id: "state", head: "State", cell: (move) => <MovementChip state={move.state} />, phone: true },
  ];
}

/** Changes with their intervals on one axis around "no change". */
export function MovementsTable({ title, meta, unitName, movements, scale }: MovementsProps) {
  return (
    <Panel title={title} meta={meta}>
      {movements.length === 0 ? (
        <p className="body muted">No payer and group pair has changed. Choose a cell to see how small a change we would notice.</p>
      ) : (
        <DataTable caption={title} columns={columnsOf(unitName, scale)} rows={movements} rowKey={(move) => move.id} />
      )}
    </Panel>
  );
}

function Direction({ move }: { move: MovementView }) {
  if (move.harm) return <SeverityGlyph severity={move.severity} />;
  return (
    <span className="c-good">
      <Icon d={iconArrowDown} />
      <span className="sr">Better</span>
    </span>
  );
}

const chips: Record<MovementState, { text: string; tone: "new" | "good" | "line" | undefined }> = {
  opened: { text: "Opened", tone: "new" },
  worsened: { text: "Worse", tone: "line" },
  continuing: { text: "Continuing", tone: undefined },
  recovered: { text: "Recovered", tone: "good" },
};

/** State of a change as a chip. */
export function MovementChip({ state }: { state: MovementState }) {
  return <StateChip tone={chips[state].tone}>{chips[state].text}</StateChip>;
}

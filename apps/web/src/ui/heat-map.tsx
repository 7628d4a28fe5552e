"use client";

import { useRef, useState, type KeyboardEvent } from "react";
import { Icon } from "./icon/icon.tsx";
import { iconBellSlash } from "./icon/paths/bell-slash.ts";

export type HeatCell = {
  /** Text in the cell: "+11.5"; null where there are too few claims to tell. */
  text: string | null;
  /** Background step; none when the interval holds "no change". */
  heat: "h2" | "h3" | "h4" | "g2" | "g3" | null;
  /** A confirmed change is filled; a cell that only stands out is outlined. */
  isConfirmed: boolean;
  mark: "alert" | "quiet" | null;
  /** The whole sentence: "Aster Health Plan, Imaging: +11.5 points, alert open, severity high". */
  label: string;
};

export type HeatRow = { id: string; name: string; cells: readonly HeatCell[] };

type HeatMapProps = {
  label: string;
  groups: readonly { id: string; name: string }[];
  rows: readonly HeatRow[];
  selected: { row: string; group: string } | null;
  onSelect: (row: string, group: string) => void;
  /** Shift Enter on a cell. */
  onOpen?: ((row: string, group: string) => void) | undefined;
};

const moves: Record<string, readonly [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Payer by group, signed values; one tab stop, arrows move, Enter selects. */
export function HeatMap({ label, groups, rows, selected, onSelect, onOpen }: HeatMapProps) {
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<readonly [number, number]>([0, 0]);

  function move(event: KeyboardEvent, row: number, column: number) {
    const step = moves[event.key];
    if (event.key === "Enter" && event.shiftKey && onOpen !== undefined) {
      event.preventDefault();
      onOpen(rows[row]?.id ?? "", groups[column]?.id ?? "");
    }
    if (step === undefined) return;
    event.preventDefault();
    const next = [clamp(row + step[0], rows.length), clamp(column + step[1], groups.length)] as const;
    setAt(next);
    table.current?.querySelector<HTMLButtonElement>(`[data-at="${next[0]}-${next[1]}"]`)?.focus();
  }

  return (
    <table className="heat" aria-label={label} ref={table}>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr">Payer</span>
          </th>
          {groups.map((group) => (
            <th key={group.id} scope="col">
              {group.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, rowAt) => (
          <tr key={row.id}>
            <th scope="row">{row.name}</th>
            {row.cells.map((cell, columnAt) => {
              const group = groups[columnAt]?.id ?? "";
              return (
                <td key={group}>
                  <button
                    type="button"
                    data-at={`${rowAt}-${columnAt}`}
                    className={cellClass(cell, columnAt === 0)}
                    aria-label={cell.label}
                    aria-pressed={selected?.row === row.id && selected.group === group}
                    tabIndex={at[0] === rowAt && at[1] === columnAt ? 0 : -1}
                    onFocus={() => setAt([rowAt, columnAt])}
                    onKeyDown={(event) => move(event, rowAt, columnAt)}
                    onClick={() => onSelect(row.id, group)}
                  >
                    {cell.mark === "alert" ? <i className="pin" /> : null}
                    {cell.mark === "quiet" ? <Icon d={iconBellSlash} size={14} /> : null}
                    <span className="num">{cell.text ?? "few"}</span>
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cellClass({ text, heat, isConfirmed }: HeatCell, isAll: boolean): string {
  return ["cell", text === null ? "few" : heat, heat !== null && !isConfirmed && "unsure", isAll && "all"].filter(Boolean).join(" ");
}

function clamp(value: number, count: number): number {
  return Math.min(count - 1, Math.max(0, value));
}

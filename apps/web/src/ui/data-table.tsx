import type { ReactNode } from "react";

export type Column<Row> = {
  id: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  right?: boolean | undefined;
  /** Absent on a phone unless true. */
  phone?: boolean | undefined;
  className?: string | undefined;
};

type DataTableProps<Row> = {
  /** What the table lists, for speech. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  className?: string | undefined;
  rowClass?: ((row: Row) => string | undefined) | undefined;
};

/** A table from a typed list of columns; sorting, filtering and paging are the server's. */
export function DataTable<Row>({ caption, columns, rows, rowKey, className = "", rowClass }: DataTableProps<Row>) {
  return (
    <div className="xscroll">
      <table className={`table ${className}`}>
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={cellClass(column, "")}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={rowClass?.(row)}>
              {columns.map((column) => (
                <td key={column.id} className={cellClass(column, column.className ?? "")}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function cellClass<Row>(column: Column<Row>, more: string): string | undefined {
  return [column.right ? "right num" : "", column.phone ? "" : "hide-s", more].filter(Boolean).join(" ") || undefined;
}

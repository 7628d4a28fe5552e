import { DataTable, type Column } from "../data-table.tsx";

/** One figure in both windows; absent parts are empty. */
export type CompareRow = {
  name: string;
  before: string;
  now: string;
  difference: string;
  interval: string;
  strong: boolean;
  tone: string | null;
};

type CompareTableProps = { windows: { before: string; now: string }; rows: readonly CompareRow[] };

function columnsOf(windows: CompareTableProps["windows"]): Column<CompareRow>[] {
  return [
    {
      id: "name",
      head: <span className="sr">Figure</span>,
      cell: (row) => <span className={row.strong ? "strong" : ""}>{row.name}</span>,
      phone: true,
    },
    { id: "before", head: <WindowHead name="Before" range={windows.before} />, cell: (row) => row.before, right: true, phone: true },
    {
      id: "now",
      head: <WindowHead name="Now" range={windows.now} />,
      cell: (row) => <span className={row.strong ? "strong" : ""}>{row.now}</span>,
      right: true,
      phone: true,
    },
    {
      id: "difference",
      head: "Difference",
      cell: (row) => <span className={row.strong ? `strong ${row.tone ?? ""}` : "muted"}>{row.difference}</span>,
      right: true,
      phone: true,
    },
    { id: "interval", head: "95% interval", cell: (row) => row.interval, right: true, phone: true },
  ];
}

function WindowHead({ name, range }: { name: string; range: string }) {
  return (
    <>
      {name} <span className="faint">{range}</span>
    </>
  );
}

/** Before, now and difference as a table; on a phone as pairs. */
export function CompareTable({ windows, rows }: CompareTableProps) {
  return (
    <>
      <dl className="kv cmpS only-s">
        {rows.map((row) => (
          <div key={row.name} className="contents">
            <dt>{row.name}</dt>
            <dd className="num">
              <b className={`strong ${row.tone ?? ""}`}>{row.difference || row.now}</b>{" "}
              <span className="meta">{row.interval || (row.before === "" ? "" : `before ${row.before}`)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <div className="hide-s">
        <DataTable caption="Before and now" className="cmp" columns={columnsOf(windows)} rows={rows} rowKey={(row) => row.name} />
      </div>
    </>
  );
}

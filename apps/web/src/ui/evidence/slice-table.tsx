import { SliceBar } from "../chart/slice-bar.tsx";
import { DataTable, type Column } from "../data-table.tsx";
import { formatShare } from "../format/format-number.ts";
import { Section } from "../panel.tsx";

export type SliceView = { name: string; share: number; volume: number };
export type SlicesView = { dimension: string; list: readonly SliceView[]; verdict: string | null };

type ApiSlice = { dimension: string; value: string; shareOfChange: number | null; shareOfVolume: number | null };

/** At most three named slices and the verdict over them; null when nothing stands out. */
export function slicesView(slices: readonly ApiSlice[]): SlicesView | null {
  const known = slices.filter((slice) => slice.shareOfChange !== null);
  const dimension = known[0]?.dimension;
  if (dimension === undefined) return null;
  const list = known
    .filter((slice) => slice.dimension === dimension)
    .slice(0, 3)
    .map((slice) => ({ name: slice.value, share: slice.shareOfChange ?? 0, volume: slice.shareOfVolume ?? 0 }));
  const explained = list.reduce((sum, slice) => sum + slice.share, 0);
  const names = list.map((slice) => slice.name).join(" and ");
  const verb = list.length === 1 ? "explains" : "explain";
  return {
    dimension: dimensionName(dimension),
    list,
    verdict: `${names} ${verb} ${explained >= 0.8 ? "it" : `${Math.round(explained * 100)}% of it`}.`,
  };
}

function dimensionName(dimension: string): string {
  return dimension === "cpt" ? "CPT" : dimension.charAt(0).toUpperCase() + dimension.slice(1).replaceAll(/[-_]/g, " ");
}

/** The few slices that explain a change, each with its share of the claims. */
export function SliceTable({ slices }: { slices: SlicesView }) {
  const columns: Column<SliceView>[] = [
    { id: "name", head: slices.dimension, cell: (slice) => <span className="strong">{slice.name}</span>, phone: true },
    { id: "bar", head: "Share of the change", cell: (slice) => <SliceBar share={slice.share} volume={slice.volume} />, phone: true },
    { id: "share", head: "Share", cell: (slice) => <span className="strong">{formatShare(slice.share)}</span>, right: true, phone: true },
    {
      id: "volume",
      head: "of claims",
      cell: (slice) => <span className="muted">{formatShare(slice.volume)}</span>,
      right: true,
      phone: true,
    },
  ];
  return (
    <Section title="Where it comes from" meta="Bar: share of the change. Line: share of the claims.">
      <div className="panel">
        <DataTable caption="Where it comes from" className="slices" columns={columns} rows={slices.list} rowKey={(slice) => slice.name} />
        {slices.verdict === null ? null : (
          <p className="foot muted">
            <b className="strong">{slices.verdict}</b>
          </p>
        )}
      </div>
    </Section>
  );
}

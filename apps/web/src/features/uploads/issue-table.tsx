import { DataTable, type Column } from "../../ui/data-table.tsx";
import { formatCount } from "../../ui/format/format-number.ts";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconInfo } from "../../ui/icon/paths/info.ts";
import { iconWarningFill } from "../../ui/icon/paths/warning-fill.ts";
import { iconXCircleFill } from "../../ui/icon/paths/x-circle-fill.ts";
import { IssueRows } from "./issue-rows.tsx";
import type { IssueView } from "./view-model.ts";

const columns: Column<IssueView>[] = [
  { id: "effect", head: "Effect", cell: (issue) => <Effect effect={issue.effect} />, phone: true },
  {
    id: "what",
    head: "What and how to fix it",
    className: "wrap",
    phone: true,
    cell: (issue) => (
      <>
        <span className="strong">{issue.what}</span>
        <span className="meta blk">{issue.remedy}</span>
      </>
    ),
  },
  { id: "rule", head: "Rule", cell: (issue) => <span className="mono faint code">{issue.rule}</span> },
  { id: "rows", head: "Rows", cell: (issue) => <span className="strong">{formatCount(issue.rows)}</span>, right: true, phone: true },
];

/** What is wrong with a file, rule by rule: effect, remedy, code, rows. */
export function IssueTable({ uploadId, issues }: { uploadId: string; issues: readonly IssueView[] }) {
  const rows: Column<IssueView> = {
    id: "see",
    head: <span className="sr">Actions</span>,
    cell: (issue) => <IssueRows uploadId={uploadId} issue={issue} />,
    right: true,
  };
  return <DataTable caption="Issues by rule" columns={[...columns, rows]} rows={issues} rowKey={(issue) => issue.id} />;
}

const effects = {
  rejected: { name: "Rejected", tone: "c-critical", icon: iconXCircleFill },
  flagged: { name: "Flagged", tone: "c-medium", icon: iconWarningFill },
  noted: { name: "Noted", tone: "c-low", icon: iconInfo },
} as const;

function Effect({ effect }: { effect: IssueView["effect"] }) {
  const { name, tone, icon } = effects[effect];
  return (
    <span className={`sev ${tone}`}>
      <Icon d={icon} size={14} />
      {name}
    </span>
  );
}

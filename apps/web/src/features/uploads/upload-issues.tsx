import Link from "next/link";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconDownloadSimple } from "../../ui/icon/paths/download-simple.ts";
import { iconListChecks } from "../../ui/icon/paths/list-checks.ts";
import { buttonClass } from "../../ui/button.tsx";
import { formatCount, formatDecimal, plural } from "../../ui/format/format-number.ts";
import { StateChip } from "../../ui/state-chip.tsx";
import { IssueTable } from "./issue-table.tsx";
import type { IssueView, UploadView } from "./view-model.ts";

type UploadIssuesProps = { file: UploadView; issues: readonly IssueView[]; rejectedHref: string; linked: boolean };

/** A loaded file with its issues; the rejected rows can be taken away and sent again corrected. */
export function UploadIssues({ file, issues, rejectedHref, linked }: UploadIssuesProps) {
  const { counts } = file;
  return (
    <section className="panel">
      <div className="head">
        <Icon d={iconListChecks} />
        <h2 className="h trunc">{linked ? <Link href={file.href}>{file.name}</Link> : "Issues of rows"}</h2>
        <UploadChip file={file} />
        <span className="meta">
          {formatCount(counts.loaded)} accepted, {formatCount(counts.rejected)} rejected, {formatCount(counts.flagged)} flagged
        </span>
      </div>
      {issues.length === 0 ? <p className="body muted">No row has an issue.</p> : <IssueTable uploadId={file.id} issues={issues} />}
      <div className="pfoot">
        {counts.rejected === 0 ? null : (
          <a className={buttonClass({})} href={rejectedHref} download>
            <Icon d={iconDownloadSimple} size={14} />
            Get the {formatCount(counts.rejected)} {plural(counts.rejected, "row", "rows")}
          </a>
        )}
        {counts.rejected === 0 ? null : <span className="meta">Correct them and drop the file here; loaded rows stay as they are.</span>}
        <span className="grow" />
        {file.grade === null ? null : (
          <span className="meta">
            Grade <b className="strong">{file.grade}</b>
            {file.score === null ? "" : `, ${formatDecimal(file.score, 2)}`}
          </span>
        )}
      </div>
    </section>
  );
}

const chips: Record<UploadView["state"], { text: string; tone: "good" | "critical" | undefined }> = {
  running: { text: "Being read", tone: undefined },
  loaded: { text: "Loaded", tone: "good" },
  partial: { text: "Partly loaded", tone: undefined },
  failed: { text: "Refused", tone: "critical" },
  cancelled: { text: "Cancelled", tone: undefined },
  voided: { text: "Voided", tone: undefined },
};

/** State of a file as a chip. */
export function UploadChip({ file }: { file: UploadView }) {
  const { text, tone } = chips[file.state];
  return <StateChip tone={tone}>{text}</StateChip>;
}

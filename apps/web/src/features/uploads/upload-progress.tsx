import type { ReactNode } from "react";
import { formatCount } from "../../ui/format/format-number.ts";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconFileCsv } from "../../ui/icon/paths/file-csv.ts";
import { ProgressBar } from "../../ui/progress-bar.tsx";
import { Steps } from "../../ui/steps.tsx";
import type { UploadView } from "./view-model.ts";

/** A running file: steps, bar, and counts that always add up. */
export function UploadProgress({ upload, cancel }: { upload: UploadView; cancel: ReactNode }) {
  const running = upload.steps.find((step) => step.state === "now");
  return (
    <section className="panel">
      <div className="head">
        <Icon d={iconFileCsv} />
        <h2 className="h trunc">{upload.name}</h2>
        <span className="meta">{upload.detail}</span>
        {cancel}
      </div>
      <div className="body stack g12">
        <Steps steps={upload.steps} />
        <ProgressBar share={upload.share ?? 0} label={running?.name ?? "Waiting"} />
        <UploadCountList upload={upload} />
      </div>
    </section>
  );
}

/** Rows read, new, updated, unchanged, rejected. */
export function UploadCountList({ upload: { counts } }: { upload: UploadView }) {
  return (
    <dl className="counts">
      <CountItem name="Rows read" value={counts.rows} />
      <CountItem name="New" value={counts.fresh} />
      <CountItem name="Updated" value={counts.updated} />
      <CountItem name="Unchanged" value={counts.unchanged} />
      <CountItem name="Rejected" value={counts.rejected} bad />
    </dl>
  );
}

function CountItem({ name, value, bad }: { name: string; value: number; bad?: boolean | undefined }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={`num ${bad && value > 0 ? "c-critical" : ""}`}>{formatCount(value)}</dd>
    </div>
  );
}

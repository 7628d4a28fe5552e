"use client";

import { useQuery } from "@tanstack/react-query";
import type { IssueDto } from "@upstream/claims/schemas";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { formatCount } from "../../ui/format/format-number.ts";
import { Note } from "../../ui/note.tsx";
import { Modal } from "../../ui/overlay/modal.tsx";
import type { IssueView } from "./view-model.ts";

const columns: Column<IssueDto>[] = [
  { id: "row", head: "Row", cell: (issue) => formatCount(issue.rowNo), right: true, phone: true },
  { id: "column", head: "Column", cell: (issue) => <span className="mono">{issue.column}</span>, phone: true },
  { id: "message", head: "What", cell: (issue) => issue.message, className: "wrap", phone: true },
];

/** The rows of a rule: number, column, what is wrong; values are never shown. */
export function IssueRows({ uploadId, issue }: { uploadId: string; issue: IssueView }) {
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const query = useQuery({
    ...trpc.uploads.issues.queryOptions({ uploadId: uploadId as never, code: issue.rule, limit: 200 }),
    enabled: open,
  });
  return (
    <>
      <Button kind="ghost" size="sm" onClick={() => setOpen(true)}>
        See rows
      </Button>
      <Modal open={open} title={issue.what} look="sheet" onClose={() => setOpen(false)}>
        <p className="muted">{issue.remedy}</p>
        {query.isError ? <Note tone="bad">The rows could not be loaded. Nothing was changed.</Note> : null}
        {query.data === undefined ? null : (
          <>
            <DataTable caption={issue.what} columns={columns} rows={query.data.items} rowKey={(row) => row.id} />
            {query.data.nextCursor === null ? null : <p className="meta">The first 200 of {formatCount(issue.rows)} rows.</p>}
          </>
        )}
      </Modal>
    </>
  );
}

"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconBellSlash } from "../../ui/icon/paths/bell-slash.ts";
import { showToast } from "../../ui/overlay/toast-store.ts";
import { SeverityGlyph } from "../../ui/severity.tsx";
import type { AlertRowView } from "./view-model.ts";

export type QuietView = { id: string; row: AlertRowView; text: string; until: string };

type KeptQuietProps = { list: readonly QuietView[]; canAct: boolean; undo: (suppressionId: string) => Promise<void> };

/** Every suppressed finding with its reason, its end and an undo. */
export function KeptQuiet({ list, canAct, undo }: KeptQuietProps) {
  return (
    <div className="inbox" role="list">
      {list.map((quiet) => (
        <QuietRow key={quiet.id} quiet={quiet} canAct={canAct} undo={undo} />
      ))}
    </div>
  );
}

function QuietRow({ quiet, canAct, undo }: { quiet: QuietView; canAct: boolean; undo: KeptQuietProps["undo"] }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);

  async function take() {
    setBusy(true);
    try {
      await undo(quiet.id);
      router.refresh();
    } catch {
      showToast({ tone: "failed", text: "It is still kept quiet. Nothing was changed. Try again." });
    }
    setBusy(false);
  }

  return (
    <div className="irow sup" role="listitem">
      <Icon d={iconBellSlash} size={14} />
      <SeverityGlyph severity={quiet.row.severity} />
      <Link className="min0 body" href={quiet.row.href}>
        <div className="t">
          <b className="trunc">{quiet.row.payer}</b>
          <span className="muted trunc">{quiet.row.cptGroup}</span>
        </div>
        <div className="trunc">
          <span className="cap">{quiet.row.change}</span>
        </div>
      </Link>
      <span className="meta">
        {quiet.text} Until {quiet.until}.
      </span>
      {canAct ? (
        <Button size="sm" busy={busy} onClick={() => void take()}>
          Undo
        </Button>
      ) : (
        <span />
      )}
    </div>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconCaretDown } from "../../ui/icon/paths/caret-down.ts";
import { iconCaretUp } from "../../ui/icon/paths/caret-up.ts";
import { iconX } from "../../ui/icon/paths/x.ts";
import { KeyValues } from "../../ui/key-values.tsx";
import { Note } from "../../ui/note.tsx";
import { Timeline } from "../../ui/timeline.tsx";
import { PatientBlock } from "./patient-block.tsx";
import type { ClaimDetailView, ClaimSource } from "./view-model.ts";

type ClaimDrawerProps = { claimId: string; source: ClaimSource; mayReveal: boolean; onStep: (by: number) => void; onClose: () => void };

/** One claim beside the list: what happened, amounts, masked patient, history. */
export function ClaimDrawer({ claimId, source, mayReveal, onStep, onClose }: ClaimDrawerProps) {
  const {
    data: claim,
    isError,
    refetch,
  } = useQuery({ queryKey: ["claim", claimId], queryFn: () => source.load(claimId), staleTime: 30_000 });
  return (
    <aside className="drawer" aria-label={claim === undefined ? "Claim" : `Claim ${claim.claim}`}>
      <div className="dhead">
        <div className="min0">
          <span className="mono strong">{claim?.claim ?? "\u00a0"}</span>
          <span className="meta blk">{claim?.line ?? "\u00a0"}</span>
        </div>
        <span className="grow" />
        <Button kind="ghost" size="sm" icon aria-label="Previous claim" onClick={() => onStep(-1)}>
          <Icon d={iconCaretUp} size={14} />
        </Button>
        <Button kind="ghost" size="sm" icon aria-label="Next claim" onClick={() => onStep(1)}>
          <Icon d={iconCaretDown} size={14} />
        </Button>
        <Button kind="ghost" size="sm" icon aria-label="Close" onClick={onClose}>
          <Icon d={iconX} size={14} />
        </Button>
      </div>
      <div className="dbody stack g16" aria-live="polite">
        {isError ? (
          <Note tone="bad">
            This claim could not be loaded. Nothing was changed.{" "}
            <button type="button" className="link" onClick={() => void refetch()}>
              Try again
            </button>
          </Note>
        ) : claim === undefined ? (
          <p className="meta late">Loading the claim</p>
        ) : (
          <ClaimBody claim={claim} source={source} mayReveal={mayReveal} />
        )}
      </div>
    </aside>
  );
}

function ClaimBody({ claim, source, mayReveal }: { claim: ClaimDetailView; source: ClaimSource; mayReveal: boolean }) {
  return (
    <>
      <p className="strong">{claim.sentence}</p>
      <KeyValues pairs={claim.pairs} />
      {claim.hasPatient ? <PatientBlock mayReveal={mayReveal} reveal={(reason) => source.reveal(claim.id, reason)} /> : null}
      <section className="section">
        <h2 className="h">History of this line</h2>
        <Timeline entries={claim.history} />
      </section>
    </>
  );
}

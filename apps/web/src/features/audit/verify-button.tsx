"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { formatMoment } from "../../ui/format/format-date.ts";
import { formatCount } from "../../ui/format/format-number.ts";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconShieldCheck } from "../../ui/icon/paths/shield-check.ts";

/** Recomputes the chain of the whole log and says what was found. */
export function VerifyButton({ zone, now }: { zone: string; now: string }) {
  const trpc = useTRPC();
  const verify = useMutation(trpc.audit.verify.mutationOptions());
  const found = verify.data;
  return (
    <>
      <span className={`meta hide-s ${found?.isWhole === false ? "c-critical strong" : ""}`} role="status">
        {verify.isError
          ? "The chain could not be checked. Try again."
          : found === undefined
            ? ""
            : found.isWhole
              ? `${formatCount(found.entryCount)} entries, chain verified ${formatMoment(found.verifiedAt, zone, now)}`
              : `The chain is broken at entry ${formatCount(found.brokenAtSeq ?? 0)}`}
      </span>
      <Button busy={verify.isPending} onClick={() => verify.mutate()}>
        <Icon d={iconShieldCheck} size={14} />
        Verify chain
      </Button>
    </>
  );
}

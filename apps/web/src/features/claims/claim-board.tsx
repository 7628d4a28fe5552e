"use client";

import { useQueryState } from "nuqs";
import { useState } from "react";
import { formatCount } from "../../ui/format/format-number.ts";
import { KeyHint } from "../../ui/key-hint.tsx";
import { useKeys } from "../../ui/keys/use-keys.ts";
import { ClaimDrawer } from "./claim-drawer.tsx";
import { ClaimList } from "./claim-list.tsx";
import { openClaimParam } from "./search-params.ts";
import { usePages } from "./use-pages.ts";
import type { ClaimPage, ClaimSource } from "./view-model.ts";

type ClaimBoardProps = { first: ClaimPage; source: ClaimSource; mayReveal: boolean };

/** The list and the drawer beside it; J and K step with the drawer open. */
export function ClaimBoard({ first, source, mayReveal }: ClaimBoardProps) {
  const pages = usePages(first, source.more);
  const [opened, setOpened] = useQueryState("claim", openClaimParam);
  const [focusedId, setFocused] = useState<string | null>(null);
  const focused = focusedId ?? opened ?? pages.rows[0]?.id ?? null;

  function step(by: number) {
    const at = pages.rows.findIndex((row) => row.id === focused);
    const row = pages.rows[Math.min(pages.rows.length - 1, Math.max(0, at + by))];
    if (row === undefined) return;
    setFocused(row.id);
    if (opened !== null) void setOpened(row.id);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-claim="${row.id}"]`)?.focus());
  }
  function open(id: string) {
    setFocused(id);
    void setOpened(id);
  }
  function close() {
    void setOpened(null);
    document.querySelector<HTMLElement>(`[data-claim="${focused ?? ""}"]`)?.focus();
  }
  useKeys("Claims", [
    { keys: "j", does: "Next claim", run: () => step(1) },
    { keys: "k", does: "Claim before", run: () => step(-1) },
    { keys: "down", does: "Next claim", run: () => step(1) },
    { keys: "up", does: "Claim before", run: () => step(-1) },
    { keys: "enter", does: "Open", run: () => (focused === null ? undefined : open(focused)) },
    { keys: "escape", does: "Close the claim", run: close },
  ]);
  return (
    <>
      <div className={`claimgrid ${opened === null ? "alone" : ""}`}>
        <ClaimList pages={pages} focused={focused} opened={opened} onOpen={open} onFocus={setFocused} />
        {opened === null ? null : (
          <ClaimDrawer key={opened} claimId={opened} source={source} mayReveal={mayReveal} onStep={step} onClose={close} />
        )}
      </div>
      <footer className="hints">
        <KeyHint keys={["/"]}>search</KeyHint>
        <KeyHint keys={["J", "K"]}>move</KeyHint>
        <KeyHint keys={["Enter"]}>open</KeyHint>
        <KeyHint keys={["F"]}>filter</KeyHint>
        <span className="grow" />
        <span className="num" role="status">
          {pages.end ? `${formatCount(pages.rows.length)} rows` : `${formatCount(pages.rows.length)} rows, more as you scroll`}
        </span>
      </footer>
    </>
  );
}

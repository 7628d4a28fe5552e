"use client";

import { useState } from "react";
import type { ClaimPage, ClaimRowView } from "./view-model.ts";

export type Pages = { rows: readonly ClaimRowView[]; end: boolean; failed: boolean; loading: boolean; next: () => void };

/** The first page from the server and those loaded after it; a new first page starts over. */
export function usePages(first: ClaimPage, more: (cursor: string) => Promise<ClaimPage>): Pages {
  const [state, setState] = useState({ first, rows: first.rows, cursor: first.nextCursor, loading: false, failed: false });
  const current = state.first === first ? state : { first, rows: first.rows, cursor: first.nextCursor, loading: false, failed: false };

  async function next() {
    const { cursor } = current;
    if (cursor === null || current.loading) return;
    setState({ ...current, loading: true, failed: false });
    try {
      const page = await more(cursor);
      setState((now) =>
        now.first === first ? { ...now, rows: [...now.rows, ...page.rows], cursor: page.nextCursor, loading: false } : now,
      );
    } catch {
      setState((now) => (now.first === first ? { ...now, loading: false, failed: true } : now));
    }
  }

  return { rows: current.rows, end: current.cursor === null, failed: current.failed, loading: current.loading, next: () => void next() };
}

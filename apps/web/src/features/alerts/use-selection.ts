"use client";

import { useState } from "react";

export type Selection = {
  focused: string | null;
  selected: ReadonlySet<string>;
  focus: (id: string) => void;
  move: (step: number) => string | null;
  jump: (to: "first" | "last") => void;
  toggle: (id: string) => void;
  extend: (id: string) => void;
  all: () => void;
  clear: () => void;
};

/** Focus and selection over an ordered list; a removed row passes the focus to the next. */
export function useSelection(ids: readonly string[]): Selection {
  const [focusedId, setFocused] = useState<string | null>(null);
  const [place, setPlace] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState<string | null>(null);
  const focused = focusedId !== null && ids.includes(focusedId) ? focusedId : (ids[Math.min(place, ids.length - 1)] ?? null);
  const selected = new Set(ids.filter((id) => chosen.has(id)));

  function focus(id: string) {
    setFocused(id);
    setPlace(Math.max(0, ids.indexOf(id)));
  }
  function toggle(id: string) {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
    setAnchor(id);
    focus(id);
  }
  return {
    focused,
    selected,
    focus,
    move(step) {
      const at = focused === null ? -1 : ids.indexOf(focused);
      const id = ids[Math.min(ids.length - 1, Math.max(0, at + step))];
      if (id !== undefined) focus(id);
      return id ?? null;
    },
    jump: (to) => {
      const id = to === "first" ? ids[0] : ids[ids.length - 1];
      if (id !== undefined) focus(id);
    },
    toggle,
    extend(id) {
      const [from, to] = [ids.indexOf(anchor ?? id), ids.indexOf(id)].sort((a, b) => a - b) as [number, number];
      setChosen(new Set([...selected, ...ids.slice(Math.max(0, from), to + 1)]));
      focus(id);
    },
    all: () => setChosen(new Set(ids)),
    clear: () => setChosen(new Set()),
  };
}

"use client";

import { useRef } from "react";
import { formatDayRange } from "../../ui/format/format-date.ts";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconMagnifyingGlass } from "../../ui/icon/paths/magnifying-glass.ts";
import { iconX } from "../../ui/icon/paths/x.ts";
import { useKeys } from "../../ui/keys/use-keys.ts";

/** The search by claim number; it asks when Enter is pressed or the field is left. */
export function ClaimSearch({ value, onChange }: { value: string | null; onChange: (value: string | null) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const ask = () => onChange(field.current?.value.trim() || null);
  useKeys("Claims", [{ keys: "/", does: "Search", run: () => field.current?.focus() }]);
  return (
    <form
      className="searchbox"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <Icon d={iconMagnifyingGlass} size={14} />
      <input
        ref={field}
        className="input"
        type="search"
        name="search"
        defaultValue={value ?? ""}
        aria-label="Search by claim number"
        placeholder="Claim number"
        onBlur={ask}
      />
    </form>
  );
}

/** The days a link has brought along, with a cross. */
export function DaysChip({ from, to, onClear }: { from: string | null; to: string | null; onClear: () => void }) {
  if (from === null && to === null) return null;
  return (
    <span className="fchip on">
      Decided <b>{from !== null && to !== null ? formatDayRange(from, to) : (from ?? to)}</b>
      <button type="button" className="fchip-clear" aria-label="Clear the days" onClick={onClear}>
        <Icon d={iconX} size={14} />
      </button>
    </span>
  );
}

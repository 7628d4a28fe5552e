"use client";

import { Icon } from "./icon/icon.tsx";
import { iconPlus } from "./icon/paths/plus.ts";
import { iconX } from "./icon/paths/x.ts";

export type FilterOption = { value: string; name: string };

type FilterChipProps = {
  label: string;
  value: string | null;
  options: readonly FilterOption[];
  onChange: (value: string | null) => void;
  phone?: boolean | undefined;
};

/** One filter: dashed while empty, solid with its value and a cross once set. A native list opens under it. */
export function FilterChip({ label, value, options, onChange, phone }: FilterChipProps) {
  const chosen = options.find((option) => option.value === value);
  return (
    <span className={`fchip ${value === null ? "" : "on"} ${phone ? "" : "hide-s"}`}>
      {value === null ? <Icon d={iconPlus} size={14} /> : null}
      {value === null ? label : `${label} is`}
      {value === null ? null : <b>{chosen?.name ?? value}</b>}
      <select
        className="fchip-list"
        aria-label={label}
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)}
      >
        <option value="">Any</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
      {value === null ? null : (
        <button type="button" className="fchip-clear" aria-label={`Clear ${label}`} onClick={() => onChange(null)}>
          <Icon d={iconX} size={14} />
        </button>
      )}
    </span>
  );
}

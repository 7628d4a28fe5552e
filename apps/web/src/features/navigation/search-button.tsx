"use client";

import { Icon } from "../../ui/icon/icon.tsx";
import { iconMagnifyingGlass } from "../../ui/icon/paths/magnifying-glass.ts";
import { openPalette } from "./shell-store.ts";

/** Opens the palette from the bar of a phone. */
export function SearchButton() {
  return (
    <button type="button" className="btn ghost icon only-s" aria-label="Search" onClick={openPalette}>
      <Icon d={iconMagnifyingGlass} size={20} />
    </button>
  );
}

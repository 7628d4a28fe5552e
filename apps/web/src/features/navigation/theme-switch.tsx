"use client";

import { Icon } from "../../ui/icon/icon.tsx";
import { iconMoon } from "../../ui/icon/paths/moon.ts";

const year = 31_536_000;

/** Turns the theme over now and remembers it in a cookie, from which the server writes it next time. */
export function switchTheme(): void {
  const root = document.documentElement;
  const dark = root.dataset["theme"] === undefined ? matchMedia("(prefers-color-scheme: dark)").matches : root.dataset["theme"] === "dark";
  const theme = dark ? "light" : "dark";
  root.dataset["theme"] = theme;
  document.cookie = `theme=${theme}; path=/; max-age=${year}; samesite=lax`;
}

/** The moon. */
export function ThemeSwitch() {
  return (
    <button type="button" className="btn ghost icon sm" aria-label="Switch theme" onClick={switchTheme}>
      <Icon d={iconMoon} size={14} />
    </button>
  );
}

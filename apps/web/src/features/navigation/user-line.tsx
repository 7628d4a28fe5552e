"use client";

import { Icon } from "../../ui/icon/icon.tsx";
import { iconSignOut } from "../../ui/icon/paths/sign-out.ts";
import { initialsOf } from "../../ui/owner.tsx";
import type { FrameView } from "./frame-view.ts";
import { signOut } from "./sign-out.ts";
import { ThemeSwitch } from "./theme-switch.tsx";

/** Who is signed in, the theme, the way out. */
export function UserLine({ frame }: { frame: FrameView }) {
  return (
    <div className="me">
      <span className="ava you" aria-hidden="true">
        {initialsOf(frame.user.name)}
      </span>
      <span className="who">
        <b className="trunc strong">{frame.user.name}</b>
        <span className="trunc meta">{frame.user.role}</span>
      </span>
      <span className="grow" />
      <ThemeSwitch />
      <button type="button" className="btn ghost icon sm" aria-label="Sign out" onClick={() => void signOut()}>
        <Icon d={iconSignOut} size={14} />
      </button>
    </div>
  );
}

"use client";

import { Icon } from "../../ui/icon/icon.tsx";
import { iconSignOut } from "../../ui/icon/icon-paths.ts";
import { OwnerMark } from "../../ui/owner.tsx";
import type { FrameView } from "./frame-view.ts";
import { signOut } from "./sign-out.ts";
import { ThemeSwitch } from "./theme-switch.tsx";

/** Who is signed in, the theme, the way out. */
export function UserLine({ frame }: { frame: FrameView }) {
  return (
    <div className="me">
      <OwnerMark owner={{ name: frame.user.name, initials: "", you: true }} />
      <span className="trunc">
        {frame.user.name}, {frame.user.role}
      </span>
      <span className="grow" />
      <ThemeSwitch />
      <button type="button" className="btn ghost icon sm" aria-label="Sign out" onClick={() => void signOut()}>
        <Icon d={iconSignOut} size={14} />
      </button>
    </div>
  );
}

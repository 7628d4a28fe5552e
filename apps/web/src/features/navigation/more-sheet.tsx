"use client";

import Link from "next/link";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon/icon.tsx";
import { Modal } from "../../ui/overlay/modal.tsx";
import { entriesFor } from "./entries.ts";
import type { FrameView } from "./frame-view.ts";
import { signOut } from "./sign-out.ts";
import { switchTheme } from "./theme-switch.tsx";

/** The pages that have no tab on a phone, the theme and the way out. */
export function MoreSheet({ frame, open, onClose }: { frame: FrameView; open: boolean; onClose: () => void }) {
  return (
    <Modal open={open} title={frame.customer.name} look="sheet" onClose={onClose}>
      <nav className="more" aria-label="More pages">
        {entriesFor(frame.permissions)
          .filter((entry) => !entry.phone)
          .map((entry) => (
            <Link key={entry.id} href={`/${frame.customer.slug}${entry.path}`} onClick={onClose}>
              <Icon d={entry.icon} size={20} />
              {entry.name}
            </Link>
          ))}
      </nav>
      <div className="two">
        <Button onClick={switchTheme}>Switch theme</Button>
        <Button onClick={() => void signOut()}>Sign out</Button>
      </div>
    </Modal>
  );
}

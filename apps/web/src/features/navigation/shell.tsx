"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconMagnifyingGlass } from "../../ui/icon/paths/magnifying-glass.ts";
import { Kbd } from "../../ui/key-hint.tsx";
import { KeyListener } from "../../ui/keys/key-listener.tsx";
import { useKeys } from "../../ui/keys/use-keys.ts";
import { ToastRegion } from "../../ui/overlay/toast-region.tsx";
import { CustomerSwitch } from "./customer-switch.tsx";
import { entriesFor } from "./entries.ts";
import type { FrameView } from "./frame-view.ts";
import { IdleDialog } from "./idle-dialog.tsx";
import { KeysHelp } from "./keys-help.tsx";
import { MoreSheet } from "./more-sheet.tsx";
import { BottomNav, NavLinks } from "./nav-links.tsx";
import { Palette } from "./palette.tsx";
import { onOpenPalette } from "./shell-store.ts";
import { UserLine } from "./user-line.tsx";

type Layer = "palette" | "keys" | "more" | null;

/** Everything around a page that reacts: navigation, palette, keys, phone tabs, messages. */
export function Shell({ frame, watermark }: { frame: FrameView; watermark: string | null }) {
  const [layer, setLayer] = useState<Layer>(null);
  const close = () => setLayer(null);
  useEffect(() => onOpenPalette(() => setLayer("palette")), []);
  useGoKeys(frame, setLayer);
  return (
    <>
      <KeyListener single={frame.singleKeys} />
      <nav className="nav" aria-label="Main">
        <CustomerSwitch frame={frame} />
        <button type="button" className="nav-search" onClick={() => setLayer("palette")}>
          <Icon d={iconMagnifyingGlass} size={14} />
          <span>Search or jump to</span>
          <span className="grow" />
          <Kbd>Ctrl K</Kbd>
        </button>
        <NavLinks frame={frame} />
        <div className="foot">
          <div className="fresh">
            <span className="meta">{watermark === null ? "No decisions yet" : "Decisions complete through"}</span>
            <span className="strong">{watermark ?? "Upload a file to begin"}</span>
          </div>
          <UserLine frame={frame} />
        </div>
      </nav>
      <BottomNav frame={frame} onMore={() => setLayer("more")} />
      <Palette frame={frame} open={layer === "palette"} onClose={close} />
      <KeysHelp open={layer === "keys"} onClose={close} />
      <MoreSheet frame={frame} open={layer === "more"} onClose={close} />
      <IdleDialog />
      <ToastRegion />
    </>
  );
}

function useGoKeys(frame: FrameView, open: (layer: Layer) => void): void {
  const router = useRouter();
  useKeys(
    "Go to",
    entriesFor(frame.permissions).map((entry) => ({
      keys: `g ${entry.key}`,
      does: entry.name,
      run: () => router.push(`/${frame.customer.slug}${entry.path}`),
    })),
  );
  useKeys("Everywhere", [
    { keys: "ctrl+k", does: "Search or jump to", run: () => open("palette"), inFields: true },
    { keys: "?", does: "Keys of this page", run: () => open("keys") },
  ]);
}

import type { Permission } from "@upstream/core/schemas";
import { iconBell } from "../../ui/icon/paths/bell.ts";
import { iconBellFill } from "../../ui/icon/paths/bell-fill.ts";
import { iconClockCounterClockwise } from "../../ui/icon/paths/clock-counter-clockwise.ts";
import { iconGearSix } from "../../ui/icon/paths/gear-six.ts";
import { iconListBullets } from "../../ui/icon/paths/list-bullets.ts";
import { iconPaperPlaneTilt } from "../../ui/icon/paths/paper-plane-tilt.ts";
import { iconSquaresFour } from "../../ui/icon/paths/squares-four.ts";
import { iconSquaresFourFill } from "../../ui/icon/paths/squares-four-fill.ts";
import { iconUploadSimple } from "../../ui/icon/paths/upload-simple.ts";
import { iconUploadSimpleFill } from "../../ui/icon/paths/upload-simple-fill.ts";
import { iconWaveSine } from "../../ui/icon/paths/wave-sine.ts";
import type { FrameView } from "./frame-view.ts";

export type Entry = {
  id: string;
  name: string;
  /** Path under the customer. */
  path: string;
  icon: string;
  iconOn?: string | undefined;
  /** Pressed after G. */
  key: string;
  count?: keyof FrameView["counts"] | undefined;
  needs: Permission;
  group: "main" | "data" | "hand" | "end";
  phone?: boolean | undefined;
};

/** Pages of the console in the order of the navigation; a page without an entry here does not exist. */
export const entries: readonly Entry[] = [
  {
    id: "overview",
    name: "Overview",
    path: "",
    icon: iconSquaresFour,
    iconOn: iconSquaresFourFill,
    key: "o",
    needs: "customer:read",
    group: "main",
    phone: true,
  },
  {
    id: "alerts",
    name: "Alerts",
    path: "/alerts",
    icon: iconBell,
    iconOn: iconBellFill,
    key: "a",
    count: "alerts",
    needs: "alerts:read",
    group: "main",
    phone: true,
  },
  {
    id: "drift",
    name: "Drift",
    path: "/drift",
    icon: iconWaveSine,
    key: "d",
    needs: "drift:read",
    group: "main",
    phone: true,
  },
  { id: "claims", name: "Claims", path: "/claims", icon: iconListBullets, key: "c", needs: "claims:read", group: "main" },
  {
    id: "uploads",
    name: "Uploads",
    path: "/uploads",
    icon: iconUploadSimple,
    iconOn: iconUploadSimpleFill,
    key: "u",
    needs: "uploads:read",
    group: "data",
    phone: true,
  },
  {
    id: "deliveries",
    name: "Deliveries",
    path: "/deliveries",
    icon: iconPaperPlaneTilt,
    key: "w",
    count: "deliveries",
    needs: "webhooks:read",
    group: "hand",
  },
  { id: "audit", name: "Audit log", path: "/audit", icon: iconClockCounterClockwise, key: "l", needs: "audit:read", group: "end" },
  { id: "settings", name: "Settings", path: "/settings", icon: iconGearSix, key: "s", needs: "customer:read", group: "end" },
];

/** Entries the user may use. */
export function entriesFor(permissions: readonly Permission[]): readonly Entry[] {
  return entries.filter((entry) => permissions.includes(entry.needs));
}

/** The entry a path belongs to. */
export function entryAt(pathname: string, slug: string): Entry | undefined {
  const rest = pathname.slice(`/${slug}`.length);
  return entries.find((entry) =>
    entry.path === "" ? rest === "" || rest === "/" : rest === entry.path || rest.startsWith(`${entry.path}/`),
  );
}

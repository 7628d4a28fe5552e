"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { Fragment } from "react";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconList } from "../../ui/icon/paths/list.ts";
import { entriesFor, entryAt, type Entry } from "./entries.ts";
import type { FrameView } from "./frame-view.ts";

const groupNames: Record<Entry["group"], string> = { main: "", data: "Data", hand: "Hand over", end: "\u00a0" };

/** Left navigation: entries by group, the current one marked. */
export function NavLinks({ frame }: { frame: FrameView }) {
  const here = entryAt(usePathname(), frame.customer.slug)?.id;
  const entries = entriesFor(frame.permissions);
  return (
    <>
      {entries.map((entry, index) => (
        <Fragment key={entry.id}>
          {entry.group !== "main" && entries[index - 1]?.group !== entry.group ? (
            <div className="grp">{groupNames[entry.group]}</div>
          ) : null}
          <Link className="i" href={`/${frame.customer.slug}${entry.path}`} aria-current={entry.id === here ? "page" : undefined}>
            <Icon d={entry.icon} />
            <span>{entry.name}</span>
            <Count frame={frame} entry={entry} />
          </Link>
        </Fragment>
      ))}
    </>
  );
}

function Count({ frame, entry }: { frame: FrameView; entry: Entry }) {
  const count = entry.count === undefined ? 0 : frame.counts[entry.count];
  return count === 0 ? null : <span className="n">{count}</span>;
}

/** Five tabs at the bottom of a phone; the fifth opens the rest. */
export function BottomNav({ frame, onMore }: { frame: FrameView; onMore: () => void }) {
  const here = entryAt(usePathname(), frame.customer.slug)?.id;
  const tabs = entriesFor(frame.permissions).filter((entry) => entry.phone);
  return (
    <nav className="bottomnav" aria-label="Main, bottom">
      {tabs.map((entry) => (
        <Link key={entry.id} href={`/${frame.customer.slug}${entry.path}`} aria-current={entry.id === here ? "page" : undefined}>
          <Icon d={entry.id === here ? (entry.iconOn ?? entry.icon) : entry.icon} />
          {entry.name}
          {entry.id === "alerts" ? <Count frame={frame} entry={entry} /> : null}
        </Link>
      ))}
      <button type="button" onClick={onMore}>
        <Icon d={iconList} />
        More
      </button>
    </nav>
  );
}

import Link from "next/link";
import { alertTabs, type AlertParams } from "./search-params.ts";

const names: Record<AlertParams["tab"], string> = { inbox: "Inbox", resolved: "Resolved", quiet: "Kept quiet", all: "All" };

/** Views of the alerts; the counts are of open and of kept-quiet ones. */
export function AlertTabs({ tab, base, open, quiet }: { tab: AlertParams["tab"]; base: string; open: number; quiet: number }) {
  const counts: Partial<Record<AlertParams["tab"], number>> = { inbox: open, quiet };
  return (
    <nav className="pad tabs" aria-label="Views">
      {alertTabs.map((each) => (
        <Link
          key={each}
          href={each === "inbox" ? `${base}/alerts` : `${base}/alerts?tab=${each}`}
          aria-current={each === tab ? "page" : undefined}
        >
          {names[each]} {counts[each] ? <span className="n">{counts[each]}</span> : null}
        </Link>
      ))}
    </nav>
  );
}

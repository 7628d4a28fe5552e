import type { ReactNode } from "react";

export type TimelineEntry = { text: ReactNode; meta: ReactNode };

/** What happened, latest first; the first pip is filled. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="tl">
      {entries.map((entry, index) => (
        <li key={index}>
          <span className={`pip ${index === 0 ? "now" : ""}`} />
          <span>{entry.text}</span>
          <span className="meta">{entry.meta}</span>
        </li>
      ))}
    </ol>
  );
}

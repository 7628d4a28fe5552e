import { formatAge, speakAge } from "./format/format-date.ts";

/** How long ago: seen as "15 h", spoken as "15 hours". */
export function RelativeTime({ instant, now }: { instant: string; now: string }) {
  return (
    <time dateTime={instant}>
      <span aria-hidden="true">{formatAge(instant, now)}</span>
      <span className="sr">{speakAge(instant, now)} ago</span>
    </time>
  );
}

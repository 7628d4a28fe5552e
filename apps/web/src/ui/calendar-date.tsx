import { formatAge, formatDay, formatMoment, speakAge } from "./format/format-date.ts";

/** A calendar date without a clock: "May 19". */
export function CalendarDate({ day, today }: { day: string; today?: string | undefined }) {
  return <time dateTime={day}>{formatDay(day, today)}</time>;
}

/** An instant in the customer's zone: "yesterday, 6:02 PM". */
export function Moment({ instant, zone, now }: { instant: string; zone: string; now: string }) {
  return <time dateTime={instant}>{formatMoment(instant, zone, now)}</time>;
}

/** How long ago: seen as "15 h", spoken as "15 hours". */
export function RelativeTime({ instant, now }: { instant: string; now: string }) {
  return (
    <time dateTime={instant}>
      <span aria-hidden="true">{formatAge(instant, now)}</span>
      <span className="sr">{speakAge(instant, now)} ago</span>
    </time>
  );
}

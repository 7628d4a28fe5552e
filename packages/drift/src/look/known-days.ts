import type { UploadFact } from "./cells.ts";

export type ReceivedUpload = { id: string; receivedOn: number };

type Facts = { day: Int32Array; upload: Int32Array; n: Float64Array };
type Span = { first: number; last: number };

const lateDays = 31;
const slicedDays = 14;

function spansOf(facts: Facts, uploads: number): Span[] {
  const spans = Array.from({ length: uploads }, () => ({ first: Infinity, last: -Infinity }));
  facts.day.forEach((day, i) => {
    const span = spans[facts.upload[i] ?? 0];
    if (span === undefined) return;
    span.first = Math.min(span.first, day);
    span.last = Math.max(span.last, day);
  });
  return spans;
}

/** Median of received − decided over the lines of ordinary uploads; one day when there are none. */
function feedLag(facts: Facts, uploads: readonly ReceivedUpload[], isLate: readonly boolean[]): number {
  const counts = new Map<number, number>();
  let total = 0;
  facts.day.forEach((day, i) => {
    const upload = facts.upload[i] ?? 0;
    if (isLate[upload] === true) return;
    const lag = (uploads[upload]?.receivedOn ?? day) - day;
    const n = facts.n[i] ?? 0;
    counts.set(lag, (counts.get(lag) ?? 0) + n);
    total += n;
  });
  let passed = 0;
  for (const [lag, n] of [...counts].sort((a, b) => a[0] - b[0])) {
    passed += n;
    if (passed * 2 >= total) return Math.max(0, lag);
  }
  return 1;
}

/**
 * When the customer's data held each decision: the day its upload was received. History (decided days span over
 * 31 days, or received over 31 days after the last) counts as known one feed lag after the decision.
 */
export function knownDays(facts: Facts, received: readonly ReceivedUpload[]): { known: Int32Array; uploads: UploadFact[] } {
  const spans = spansOf(facts, received.length);
  const isLate = received.map(({ receivedOn }, i) => {
    const { first, last } = spans[i] ?? { first: 0, last: 0 };
    return last - first > lateDays || (last > -Infinity && receivedOn - last > lateDays);
  });
  const lag = feedLag(facts, received, isLate);
  const known = Int32Array.from(facts.day, (day, i) => {
    const upload = facts.upload[i] ?? 0;
    const receivedOn = received[upload]?.receivedOn ?? day;
    return isLate[upload] === true ? Math.min(receivedOn, day + lag) : receivedOn;
  });
  const uploads = received.map(({ id, receivedOn }, i) => {
    const { first, last } = spans[i] ?? { first: 0, last: 0 };
    return { id, receivedOn, isSliced: last - first > slicedDays };
  });
  return { known, uploads };
}

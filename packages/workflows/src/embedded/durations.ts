const UNIT_MS: Record<string, number> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 };

/** The instant a sleep or timeout of the SDK ends: `1h30m` after `now`, or the ISO instant it names. */
export function endOf(text: string, now: Date): Date {
  const parts = [...text.matchAll(/(\d+)([wdhms])/g)];
  const isDuration = parts.length > 0 && parts.map(([part]) => part).join("") === text;
  const at = isDuration
    ? now.getTime() + parts.reduce((sum, [, count, unit]) => sum + Number(count) * (UNIT_MS[unit ?? ""] ?? 0), 0)
    : Date.parse(text);
  if (Number.isNaN(at)) throw new Error(`Not a duration or instant: ${text}`);
  return new Date(at);
}

/** The instant a `retry-after` header names: seconds from `now`, or a date. */
export function retryAfterEnd(header: string | null, now: Date): Date | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  const at = Number.isFinite(seconds) ? now.getTime() + seconds * 1000 : Date.parse(header);
  return Number.isNaN(at) ? undefined : new Date(at);
}

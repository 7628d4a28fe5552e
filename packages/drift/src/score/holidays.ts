const dayMs = 86_400_000;
const thursday = 3;

function dayNumber(year: number, month: number, date: number): number {
  return Math.floor(Date.UTC(year, month - 1, date) / dayMs);
}

/** Monday = 0 … Sunday = 6. */
function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function nthWeekday(firstOfMonth: number, wanted: number, nth: number): number {
  return firstOfMonth + ((wanted - weekday(firstOfMonth) + 7) % 7) + 7 * (nth - 1);
}

function observed(day: number): number {
  if (weekday(day) === 5) return day - 1;
  return weekday(day) === 6 ? day + 1 : day;
}

/** Bank holidays of a year as day numbers: the eleven federal ones as observed, and the Friday after Thanksgiving. */
function bankHolidays(year: number): number[] {
  const lastMonday = dayNumber(year, 5, 31) - weekday(dayNumber(year, 5, 31));
  const thanksgiving = nthWeekday(dayNumber(year, 11, 1), thursday, 4);
  return [
    observed(dayNumber(year, 1, 1)),
    nthWeekday(dayNumber(year, 1, 1), 0, 3),
    nthWeekday(dayNumber(year, 2, 1), 0, 3),
    lastMonday,
    ...(year >= 2021 ? [observed(dayNumber(year, 6, 19))] : []),
    observed(dayNumber(year, 7, 4)),
    nthWeekday(dayNumber(year, 9, 1), 0, 1),
    nthWeekday(dayNumber(year, 10, 1), 0, 2),
    observed(dayNumber(year, 11, 11)),
    thanksgiving,
    thanksgiving + 1,
    observed(dayNumber(year, 12, 25)),
  ];
}

/** For each of the last `count` weeks before the watermark, newest first: whether a bank holiday falls in it. */
export function holidayWeeks(watermark: number, count: number): boolean[] {
  const first = new Date((watermark - 7 * count) * dayMs).getUTCFullYear();
  const last = new Date(watermark * dayMs).getUTCFullYear();
  const holidays: number[] = [];
  for (let year = first; year <= last + 1; year++) holidays.push(...bankHolidays(year));
  return Array.from({ length: count }, (_, week) =>
    holidays.some((day) => day >= watermark - 7 * (week + 1) && day < watermark - 7 * week),
  );
}

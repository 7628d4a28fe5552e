export type SnoozeTime = { id: string; name: string; until: string };

const hour = 8;

/** Eight in the morning of the viewer on a calendar date, as an instant. */
export function morningOf(day: string): string {
  return new Date(`${day}T0${hour}:00:00`).toISOString();
}

/** Times a snooze offers, at 8 in the morning of the viewer: tomorrow, Monday, in a month. */
export function snoozeTimes(now: string): SnoozeTime[] {
  const at = (days: number, months = 0) => {
    const day = new Date(now);
    day.setMonth(day.getMonth() + months, day.getDate() + days);
    day.setHours(hour, 0, 0, 0);
    return day.toISOString();
  };
  const toMonday = (8 - new Date(now).getDay()) % 7 || 7;
  return [
    { id: "tomorrow", name: "Until tomorrow", until: at(1) },
    { id: "monday", name: "Until Monday", until: at(toMonday) },
    { id: "month", name: "For a month", until: at(0, 1) },
  ];
}

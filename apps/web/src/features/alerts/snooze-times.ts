export type SnoozeTime = { id: string; name: string; until: string };

const hour = 8;

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

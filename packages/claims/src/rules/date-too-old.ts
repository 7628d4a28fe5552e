import { isoOf } from "@upstream/core";
import { dayOfCivil } from "../csv/read-date.ts";
import { defineRule, fail, ok } from "./rule.ts";

const old = fail("submitted_date");

/** The same day three years before; 28 February where 29 February has none. */
const threeYearsBefore = (today: number): number => {
  const [year = "", month = "", day = ""] = isoOf(today).split("-");
  const years = Number(year) - 3;
  return dayOfCivil(years, Number(month), Number(day)) ?? dayOfCivil(years, 2, 28) ?? 0;
};

let limit = { today: 0, day: threeYearsBefore(0) };
const oldest = (today: number): number => {
  if (limit.today !== today) limit = { today, day: threeYearsBefore(today) };
  return limit.day;
};

export const dateTooOld = defineRule({
  id: "DATE_TOO_OLD",
  field: "submitted_date",
  severity: "warning",
  message: "The claim was submitted more than three years ago",
  remedy: "Check the year; old claims say little about how a payer behaves today",
  check: (row, env) => (row.submittedDay !== null && row.submittedDay < oldest(env.today) ? old : ok),
});

import { columnBit } from "../csv/columns.ts";
import { everyCode } from "./code-list.ts";
import { defineRule, fail, ok } from "./rule.ts";

const wellFormed = everyCode(/^(?:\d{2}|[A-Z][A-Z0-9]|\d[A-Z])$/, 4);
const wrong = fail("modifiers");

export const modifierFormat = defineRule({
  id: "FMT_MODIFIER",
  field: "modifiers",
  severity: "warning",
  message: "A modifier has an unknown shape, or there are more than four",
  remedy: "Write two characters each, such as 25 or RT, parted by semicolons",
  check: (row) =>
    (row.modifiers === "" || wellFormed(row.modifiers)) && ((row.tooLong | row.unreadable) & columnBit.modifiers) === 0 ? ok : wrong,
});

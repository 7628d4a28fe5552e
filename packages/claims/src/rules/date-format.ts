import { columnBit } from "../csv/columns.ts";
import type { ColumnId } from "../csv/columns.ts";
import { defineRule, fail, ok } from "./rule.ts";
import type { Finding } from "./rule.ts";

const dates = ["submitted_date", "decided_date", "payment_date", "service_date"] as const satisfies readonly ColumnId[];
const mask = dates.reduce((bits, column) => bits | columnBit[column], 0);
const faults = dates.map((column) => ({ bit: columnBit[column], unreadable: fail(column), serial: fail(column, "serial", "warning") }));

/** Dates that fit no accepted spelling; a spreadsheet's serial number is read and flagged. */
export const dateFormat = defineRule({
  id: "FMT_DATE",
  field: "submitted_date",
  severity: "error",
  structural: true,
  message: "The date fits no accepted spelling",
  remedy: "Write dates as YYYY-MM-DD",
  messages: { serial: "The date is a spreadsheet's serial number and was read as such" },
  check: (row) => {
    const unreadable = (row.unreadable | row.tooLong) & mask;
    const serial = row.repaired & mask;
    if ((unreadable | serial) === 0) return ok;
    const found: Finding[] = [];
    for (const fault of faults) {
      if (unreadable & fault.bit) found.push(fault.unreadable);
      else if (serial & fault.bit) found.push(fault.serial);
    }
    return found;
  },
});

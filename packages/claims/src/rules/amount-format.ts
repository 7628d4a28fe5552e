import { columnBit } from "../csv/columns.ts";
import type { ColumnId } from "../csv/columns.ts";
import { defineRule, fail, ok } from "./rule.ts";

const amounts = ["billed_amount", "allowed_amount", "paid_amount"] as const satisfies readonly ColumnId[];
const faults = [
  ...amounts.map((column) => ({ bit: columnBit[column], finding: fail(column) })),
  { bit: columnBit.units, finding: fail("units", "units", "warning") },
];
const mask = faults.reduce((bits, fault) => bits | fault.bit, 0);

/** Amounts that are no decimal number of dollars and cents; units that are no whole number are left out with a flag. */
export const amountFormat = defineRule({
  id: "FMT_AMOUNT",
  field: "billed_amount",
  severity: "error",
  structural: true,
  message: "The amount cannot be read",
  remedy: "Write amounts as 1234.56, with at most two decimals",
  messages: { units: "Units are no whole number from 1 to 9,999 and were left out" },
  check: (row) => {
    const bad = (row.unreadable | row.tooLong) & mask;
    return bad === 0 ? ok : faults.filter((fault) => bad & fault.bit).map((fault) => fault.finding);
  },
});

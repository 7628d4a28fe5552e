import { columnBit } from "../csv/columns.ts";
import { defineRule, fail, ok } from "./rule.ts";

const shape = /^\d{2}$/;
const wrong = fail("place_of_service");
const repaired = fail("place_of_service", "repaired");

export const placeOfService = defineRule({
  id: "FMT_POS",
  field: "place_of_service",
  severity: "warning",
  message: "Place of service is no two-digit code",
  remedy: "Use the two-digit code, such as 11 for an office",
  messages: { repaired: "Place of service had lost its leading zero, which was put back" },
  check: (row) => {
    if (row.repaired & columnBit.place_of_service) return repaired;
    if (row.tooLong & columnBit.place_of_service) return wrong;
    return row.placeOfService === "" || shape.test(row.placeOfService) ? ok : wrong;
  },
});

import { describe, expect, it } from "vitest";
import { checkCells } from "./check-cells.ts";
import { redactPhi } from "./phi-patterns.ts";

describe("PHI_DENIAL", () => {
  it.each([
    "Prior authorization missing for service date 01/02/2026",
    "Blue Cross is primary; Christian Care Health is secondary",
    "Denied per John Hancock policy, see appeal form",
    "Call 1-800-555-1212 to appeal",
    "Reference 123456789 pending",
    "Missing Modifier Or Invalid Code",
    "Claim May Be Denied When Records Are Missing",
    "NPI 1234567893 is not enrolled",
    "Patient not eligible on date of service",
    "Coordination of Benefits: Member Has Other Insurance",
  ])("has no objection to %s", (denial_reason_text) => {
    expect(checkCells("PHI_DENIAL", { denial_reason_text })).toEqual([]);
  });

  it.each([
    ["Patient John Smith not covered", "name", "Patient [name removed] not covered"],
    ["SMITH, JOHN is not eligible", "name", "[name removed] is not eligible"],
    ["Mary-Jane O'Neil has other coverage", "name", "[name removed] has other coverage"],
    ["SSN 123-45-6789 invalid", "ssn", "[ssn removed] invalid"],
    ["id 123-45-6789 unknown", "ssn", "id [ssn removed] unknown"],
    ["call patient at (212) 555-0143", "phone", "call patient at [phone removed]"],
    ["mail jane.doe@example.org", "email", "mail [email removed]"],
    ["MRN: 0012345 not found", "mrn", "[mrn removed] not found"],
    ["DOB 01/02/1970 does not match", "dob", "[dob removed] does not match"],
    ["member born 1970-01-02 termed", "dob", "member [dob removed] termed"],
  ])("finds in '%s' the pattern %s and removes it", (denial_reason_text, pattern, redacted) => {
    expect(checkCells("PHI_DENIAL", { denial_reason_text })).toEqual([`denial_reason_text ${pattern} warning`]);
    expect(redactPhi(denial_reason_text)).toBe(redacted);
  });
});

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
    "Duplicate of claim 2125550143",
    "Claim 2026-01-02-0001 was paid",
    "will be paid after review by martin's point",
    "Patient Name Mismatch With Records",
  ])("has no objection to %s", (denial_reason_text) => {
    expect(checkCells("PHI_DENIAL", { denial_reason_text })).toEqual([]);
  });

  it.each([
    ["Patient John Smith not covered", "name", "Patient [name removed] not covered"],
    ["SMITH, JOHN is not eligible", "name", "[name removed] is not eligible"],
    ["Mary-Jane O'Neil has other coverage", "name", "[name removed] has other coverage"],
    ["john smith not eligible", "name", "[name removed] not eligible"],
    ["member name Zbigniew Brzezinski", "name", "member name [name removed]"],
    ["Kowalski, Piotr not on file", "name", "[name removed] not on file"],
    ["claim for baby girl Garcia", "name", "claim for baby girl [name removed]"],
    ["ph 2125550143 to confirm", "phone", "[phone removed] to confirm"],
    ["ssn ending 6789", "ssn", "[ssn removed]"],
    ["DOB: 19700102 wrong", "dob", "[dob removed] wrong"],
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

  it.each(["a".repeat(1990) + "@", "1".repeat(2000), "a@".repeat(1000)])("reads a long text in a moment", (text) => {
    const before = performance.now();
    for (let round = 0; round < 20; round += 1) redactPhi(text);
    expect(performance.now() - before).toBeLessThan(300);
  });
});

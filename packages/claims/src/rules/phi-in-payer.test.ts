import { describe, expect, it } from "vitest";
import { checkCells, testEnv } from "./check-cells.ts";
import { phiInPayer } from "./phi-in-payer.ts";

const payers = [
  "John Hancock",
  "Christian Care Health",
  "Martin's Point",
  "MARTIN'S POINT HEALTH CARE",
  "Blue Cross",
  "Blue Cross Blue Shield of Texas",
  "Anthem BCBS",
  "United Healthcare",
  "UnitedHealthcare",
  "Aetna",
  "AETNA, INC.",
  "Cigna, Medicare Advantage",
  "Scott & White",
  "Harvard Pilgrim",
  "Paul Revere",
  "Kaiser Permanente",
  "Humana Gold Plus",
  "Geisinger",
  "Dean Health Plan",
  "Florida Blue",
  "Johns Hopkins EHP",
  "Molina Healthcare of Ohio",
  "St. Luke's",
  "Medicare",
  "Medicaid NY",
  "Virginia Premier",
  "Wells Fargo",
  "Morgan Stanley",
  "Self Pay",
  "Mutual of Omaha",
  "60054",
  "Tricare East",
  "L.A. Care",
  "Jackson National",
  "Mary Washington",
  "Thomas Jefferson University",
  "Aetna 60054",
  "Allina",
  "Charles Schwab",
  "Henry Ford Health",
  "No Fault",
  "Peach State",
  "Rocky Mountain",
  "Workers Comp",
  "St Thomas",
  "San Francisco Health",
  "Baylor Scott White",
  "Great West",
  "Virginia Mason",
  "Lockheed Martin",
  "Dean Foods",
  "Humana2",
  "Mutual 1200",
];
const persons = [
  "SMITH, JOHN",
  "Smith, John",
  "smith, john",
  "Mary-Jane O'Neil",
  "MARY-JANE O'NEIL",
  "mary jane oneil",
  "John Smith",
  "JOHN SMITH",
  "john smith",
  "Robert A. Jones",
  "Garcia Lopez, Maria",
  "Dr. Patel",
  "Mrs Johnson",
  "José García",
  "William Brown Jr.",
  "Linda M Davis",
  "Smith John",
  "Anne-Marie Dubois",
  "O'Connor, Sean",
  "Xiomara Rodriguez",
  "VAN DER BERG, PIETER",
  "Doe, Jane, RN",
  "St. James, Mary",
  "Zhang Wei",
  "Smith J",
  "Patient: John Smith",
  "Bernard308 Carter549",
  "Svetlana Ivanova",
];

describe("PHI_PAYER", () => {
  it.each(payers)("takes %s for a payer", (payer) => {
    expect(checkCells("PHI_PAYER", { payer })).toEqual([]);
  });

  it.each(persons)("takes %s for a person", (payer) => {
    expect(checkCells("PHI_PAYER", { payer })).toEqual(["payer name error"]);
  });

  it.each([
    ["123-45-6789", "ssn"],
    ["Aetna 123-45-6789", "ssn"],
    ["123456789", "ssn"],
    ["(212) 555-0143", "phone"],
    ["212-555-0143", "phone"],
    ["2125550143", "phone"],
    ["jane@example.org", "email"],
    ["MRN 00123456", "mrn"],
    ["AB123456", "mrn"],
    ["DOB 01/02/1970", "dob"],
    ["01/02/1970", "dob"],
  ])("names the pattern of %s as %s, organisation words or not", (payer, pattern) => {
    expect(checkCells("PHI_PAYER", { payer })).toEqual([`payer ${pattern} error`]);
  });

  it("lets a name pass that the customer allows", () => {
    const env = { ...testEnv, allowedPayers: new Set(["john smith"]) };
    expect(checkCells("PHI_PAYER", { payer: "John  SMITH." }, {}, env)).toEqual([]);
  });

  it("holds no value in any of its messages", () => {
    const texts = [phiInPayer.message, phiInPayer.remedy, ...Object.values(phiInPayer.messages ?? {})];
    for (const text of texts) for (const person of persons) expect(text).not.toContain(person);
  });
});

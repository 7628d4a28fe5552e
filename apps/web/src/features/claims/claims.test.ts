import type { ClaimDetailDto, PayerSummaryDto } from "@upstream/claims/schemas";
import { describe, expect, it } from "vitest";
import { sentenceText } from "../../ui/page-sentence.tsx";
import { claimsSentence } from "./claims-sentence.ts";
import { claimSentence, toPatientView } from "./to-claim-view.ts";

const claim = {
  payer: "Aster Health Plan",
  cpt: "72148",
  outcome: "DENIED",
  submittedDate: "2026-05-07",
  decidedDate: "2026-05-19",
} as unknown as ClaimDetailDto;

describe("claims", () => {
  it("counts paid, denied and other lines with the rate of denied", () => {
    const summary = { items: [{ paidCount: 8541, deniedCount: 921, otherCount: 150 }] } as unknown as PayerSummaryDto;
    expect(sentenceText(claimsSentence(summary, null))).toBe(
      "9,612 claim lines were decided in the last 28 days: 8,541 paid, 921 denied (9.7%), 150 reversed or other.",
    );
    const two = {
      items: [
        { payer: "Aster", paidCount: 9, deniedCount: 1, otherCount: 0 },
        { payer: "Borea", paidCount: 5, deniedCount: 0, otherCount: 0 },
      ],
    };
    expect(sentenceText(claimsSentence(two as unknown as PayerSummaryDto, "Aster"))).toBe(
      "10 claim lines of Aster were decided in the last 28 days: 9 paid, 1 denied (10.0%).",
    );
  });

  it("says who did what when, and how long it took", () => {
    expect(claimSentence(claim, "2026-05-21")).toBe("Aster Health Plan denied 72148 on May 19, 12 days after it was submitted.");
    expect(claimSentence({ ...claim, outcome: "PENDING", decidedDate: null }, "2026-05-21")).toBe(
      "Aster Health Plan has not decided 72148, submitted May 7.",
    );
  });

  it("leaves absent patient fields out", () => {
    expect(toPatientView({ patientName: "A", patientDob: null, patientRef: null, memberId: "M1" })).toEqual([
      ["Name", "A"],
      ["Member", "M1"],
    ]);
  });
});

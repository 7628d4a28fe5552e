import { describe, expect, it } from "vitest";
import { sentenceText } from "../../ui/page-sentence.tsx";
import { failureText, refusalText } from "./failure-text.ts";
import { toIssueViews } from "./to-upload-view.ts";
import { uploadSentence, uploadsSentence } from "./upload-sentence.ts";
import type { UploadView } from "./view-model.ts";

const file: UploadView = {
  id: "u",
  href: "/u",
  name: "claims.csv",
  state: "partial",
  detail: "",
  steps: [],
  share: null,
  counts: { rows: 6120, loaded: 6102, rejected: 18, flagged: 41, fresh: 6000, updated: 100, unchanged: 2 },
  grade: "A",
  score: 0.97,
  receivedAt: "",
  when: "",
  failure: null,
};

describe("sentences about files", () => {
  it("says how many rows of the last file are loaded and how far decisions are complete", () => {
    expect(sentenceText(uploadsSentence(0, file, "2026-05-19"))).toBe(
      "The last file loaded 6,102 of 6,120 rows. Decisions are complete through Tuesday, May 19.",
    );
    expect(sentenceText(uploadsSentence(1, file, null))).toBe("One file is being read, and the last one loaded 6,102 of 6,120 rows.");
  });

  it("asks a new customer for a first file", () => {
    expect(sentenceText(uploadsSentence(0, null, null))).toMatch(/^Upload a claim file to begin\./);
  });

  it("names rejected rows as something to correct and refused files as something that changed nothing", () => {
    expect(sentenceText(uploadSentence(file))).toBe("6,102 of 6,120 rows are loaded; 18 were rejected and can be corrected.");
    expect(sentenceText(uploadSentence({ ...file, state: "failed", failure: "No decision date was found." }))).toBe(
      "This file was refused. No decision date was found.",
    );
  });

  it("calls a voided file voided, alone and as the last one", () => {
    expect(sentenceText(uploadSentence({ ...file, state: "voided" }))).toBe(
      "This file was voided. Its claims count nowhere; its history stays.",
    );
    expect(sentenceText(uploadsSentence(0, { ...file, state: "voided" }, null))).toBe("The last file was voided.");
  });
});

describe("what is wrong with a file", () => {
  it("names what is missing, what the file has and what is closest", () => {
    const failure = {
      found: ["Payor", "Proc", "Adj Date"],
      missing: ["decided_date"],
      duplicates: [],
      guesses: [{ column: "decided_date", header: "Adj Date" }],
      column: null,
      examples: [],
      rowNo: null,
    };
    expect(failureText("missing_columns", failure)).toBe(
      "No decision date was found. This file has: Payor, Proc, Adj Date. Closest: Adj Date.",
    );
  });

  it("has a text for a refusal it does not know", () => {
    expect(failureText("something-new", null)).toBe("The file could not be read. Nothing was changed.");
  });

  it("joins several missing columns and names each closest column once", () => {
    const guesses = [
      { column: "submitted_date", header: "Adj Date" },
      { column: "decided_date", header: "Adj Date" },
    ];
    const failure = {
      found: ["Adj Date"],
      missing: ["submitted_date", "decided_date"],
      duplicates: [],
      guesses,
      column: null,
      examples: [],
      rowNo: null,
    };
    expect(failureText("missing_columns", failure)).toBe(
      "No submitted date or decision date was found. This file has: Adj Date. Closest: Adj Date.",
    );
  });

  it("names what stands in a first row that is no header", () => {
    const failure = { found: ["Ward", "Bed"], missing: ["payer"], guesses: [], duplicates: [], column: null, examples: [], rowNo: null };
    expect(failureText("no_header", failure)).toMatch(/^The first row names no known columns\. .* This file has: Ward, Bed\.$/);
    expect(failureText("no_header", { ...failure, found: [] })).toMatch(/nothing above it\.$/);
  });

  it("says why a file was not stored: known reasons in our words, others in the server's", () => {
    expect(refusalText({ reason: "not_csv", detail: "x" })).toMatch(/^This is not a CSV/);
    expect(refusalText({ errors: [{ detail: "The file is larger than 1 GiB" }] })).toBe(
      "The file is larger than 1 GiB. Nothing was changed.",
    );
    expect(refusalText({})).toBe("Nothing was changed.");
  });

  it("puts rejected rows before flagged ones and larger rules first", () => {
    const rule = (code: string, severity: "error" | "warning", count: number) => ({ code, severity, message: code, remedy: "", count });
    expect(toIssueViews([rule("W", "warning", 41), rule("E1", "error", 5), rule("E2", "error", 11)]).map((issue) => issue.rule)).toEqual([
      "E2",
      "E1",
      "W",
    ]);
  });
});

import type { AlertRuleDto } from "@upstream/alerts/schemas";
import { expect, it } from "vitest";
import { sentenceText } from "../../ui/page-sentence.tsx";
import { ruleSentence } from "./rule-sentence.ts";

it("says a rule in one sentence", () => {
  const rule = {
    signals: ["DENIAL_RATE"],
    payers: [],
    cptGroups: ["IMAGING"],
    direction: "worse",
    minSeverity: "medium",
    minImpactCents: 500_000,
    usesAllChannels: true,
    channelIds: [],
  } as unknown as AlertRuleDto;
  expect(sentenceText(ruleSentence(rule))).toBe(
    "Alert when denial rate of any payer in Imaging is worse, severity medium or more, at least $5,000 a month; tell all channels.",
  );
});

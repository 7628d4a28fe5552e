import { describe, expect, it } from "vitest";
import { sentenceText } from "../../ui/page-sentence.tsx";
import { eventName } from "../../ui/text/event-name.ts";
import { deliveriesSentence } from "./delivery-words.ts";

describe("deliveries", () => {
  it("says first whether people heard it", () => {
    expect(sentenceText(deliveriesSentence({ shown: 34, failed: 0, waiting: 0, stopped: 1 }))).toBe(
      "All 34 messages arrived. One webhook is not sending.",
    );
    expect(sentenceText(deliveriesSentence({ shown: 34, failed: 2, waiting: 0, stopped: 0 }))).toBe(
      "Two messages of the last 34 could not be delivered.",
    );
    expect(sentenceText(deliveriesSentence({ shown: 0, failed: 0, waiting: 0, stopped: 0 }))).toMatch(/^No message was sent yet\./);
  });

  it("names events in words", () => {
    expect(eventName("alert.raised")).toBe("Alert raised");
    expect(eventName("auth.refresh-reused")).toBe("Session ended");
    expect(eventName("else.where")).toBe("else.where");
  });
});

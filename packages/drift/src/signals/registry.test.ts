import { describe, expect, it } from "vitest";
import { signalIds } from "./signal-ids.ts";
import { signalOf, signals } from "./index.ts";
import type { SentenceFacts } from "./signal.ts";

const facts: SentenceFacts = {
  payer: "Aster",
  group: "OFFICE",
  from: "2026-05-01",
  to: "2026-05-14",
  value0: 0.071,
  value1: 0.186,
  effect: 0.115,
  lo: 0.053,
  hi: 0.192,
  observed: 26,
  expected: 12.3,
  monthly: { point: 287_330, lo: 133_167, hi: 483_603 },
};

describe("every signal", () => {
  it("has an id of its own that the registry finds", () => {
    expect(signals.map(({ id }) => id)).toEqual([...signalIds]);
    for (const signal of signals) expect(signalOf(signal.id)).toBe(signal);
  });

  for (const signal of signals) {
    it(`says ${signal.label.toLowerCase()} in one plain sentence, whatever the direction`, () => {
      const larger = signal.unit === "days" ? 100 : 1;
      const scaled = {
        ...facts,
        value0: facts.value0 * larger,
        value1: facts.value1 * larger,
        effect: facts.effect * larger,
        lo: facts.lo * larger,
        hi: facts.hi * larger,
      };
      const fallen = { ...scaled, effect: -scaled.effect, lo: -scaled.hi, hi: -scaled.lo };
      const texts = [
        signal.sentence(scaled),
        signal.sentence(fallen),
        signal.recoveredSentence(scaled),
        signal.sentence({ ...scaled, group: null, monthly: null }),
      ];
      for (const text of texts) {
        expect(text).toContain("Aster");
        expect(text).toMatch(/^[A-Z].*\.$/);
        expect(text).not.toMatch(/NaN|undefined|null|Infinity|-\d|→/);
        expect(text.length).toBeLessThan(400);
      }
    });

    it(`of ${signal.label.toLowerCase()} asks for a change that matters`, () => {
      expect(signal.material).toBeGreaterThan(0);
      expect(signal.slab).toBeGreaterThan(0);
      expect([1, -1]).toContain(signal.worse);
    });
  }
});

describe("the sentences", () => {
  it("state a rise of denials with dates, rates, points and interval", () => {
    expect(signalOf("DENIAL_RATE").sentence(facts)).toBe(
      "Aster denied 18.6% of Office claims decided May 1 – 14, up from 7.1% of comparable claims before: 11.5 points more (95% interval 5.3 to 19.2).",
    );
  });

  it("state a slowdown with missing decisions and the money held back", () => {
    const slow = {
      ...facts,
      group: null,
      effect: 12.3,
      lo: 8,
      hi: 16.2,
      observed: 212,
      expected: 341,
      monthly: { point: 6_412_300, lo: 1, hi: 2 },
    };
    expect(signalOf("DECISION_TIME").sentence(slow)).toBe(
      "Claims to Aster now take about 12 days longer to be decided (95% interval 8 to 16): 212 decisions came May 1 – 14 where 341 were expected, undecided claims included. About $64,100 is held back.",
    );
  });

  it("state a slowdown by completed claims where the feed shows no others", () => {
    const slow = { ...facts, value0: 12, value1: 20, effect: 8, lo: 6, hi: 10, observed: 0, expected: 0, monthly: null };
    expect(signalOf("DECISION_TIME").sentence(slow)).toBe(
      "Office claims to Aster now take about 8 days longer to be decided (95% interval 6 to 10): 20 days, up from 12 days.",
    );
  });

  it("state a return", () => {
    expect(signalOf("DENIAL_RATE").recoveredSentence({ ...facts, value1: 0.074, from: "2026-04-28", group: null })).toBe(
      "Aster is back at 7.4% denied since Apr 28; its earlier level was 7.1%.",
    );
  });
});

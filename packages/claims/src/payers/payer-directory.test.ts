import type { PayerId } from "@upstream/core";
import { describe, expect, it } from "vitest";
import { payerDirectory } from "./payer-directory.ts";

const customerId = "0190b5a0-0000-7000-8000-000000000001";

describe("payerDirectory", () => {
  it("takes spellings of one name for one payer and tells each new payer once", () => {
    const payers = payerDirectory(customerId, [], new Map());
    expect(payers.idOf("Aetna.")).toBe(payers.idOf("AETNA"));
    expect(payers.idOf("Cigna")).not.toBe(payers.idOf("Aetna"));
    expect(payers.takeNew().map((payer) => payer.name)).toEqual(["Aetna.", "Cigna"]);
    expect(payers.takeNew()).toEqual([]);
  });

  it("follows the customer's mapping and knows stored payers", () => {
    const aetna = "0190b5a0-0000-7000-8000-00000000000a" as PayerId;
    const payers = payerDirectory(customerId, [{ id: aetna, key: "aetna" }], new Map([["AET PPO", "Aetna"]]));
    expect(payers.idOf("aet  ppo")).toBe(aetna);
    expect(payers.takeNew()).toEqual([]);
  });

  it("gives two directories the same id for a name that both meet first", () => {
    expect(payerDirectory(customerId, [], new Map()).idOf("Humana")).toBe(payerDirectory(customerId, [], new Map()).idOf("HUMANA"));
  });
});

import type { LookupAddress } from "node:dns";
import { expect, it } from "vitest";
import { guardedLookup } from "./guarded-lookup.ts";

function ask(answers: LookupAddress[], options: { all?: boolean; isAllowListed?: boolean } = {}) {
  let asked = 0;
  const lookup = guardedLookup(async () => {
    asked++;
    return answers;
  }, options.isAllowListed ?? false);
  return new Promise<{ error: unknown; address: unknown; asked: number }>((resolve) => {
    lookup("hooks.example.com", { all: options.all ?? false }, (error, address) => resolve({ error, address, asked }));
  });
}

const publicAnswer: LookupAddress = { address: "93.184.216.34", family: 4 };
const privateAnswer: LookupAddress = { address: "10.0.0.5", family: 4 };

it("hands back exactly the checked answers after one look-up", async () => {
  const second: LookupAddress = { address: "2606:4700:4700::1111", family: 6 };
  expect(await ask([publicAnswer, second], { all: true })).toEqual({ error: null, address: [publicAnswer, second], asked: 1 });
  expect(await ask([publicAnswer])).toEqual({ error: null, address: "93.184.216.34", asked: 1 });
});

it.each([
  [[privateAnswer]],
  [[publicAnswer, privateAnswer]],
  [[publicAnswer, { address: "::1", family: 6 }]],
  [[{ address: "::ffff:127.0.0.1", family: 6 }]],
  [[{ address: "fe80::1%eth0", family: 6 }]],
])("refuses a name when any of its answers is not public: %j", async (answers) => {
  expect(await ask(answers, { all: true })).toMatchObject({ error: { code: "ADDRESS_REFUSED" } });
});

it("lets an allowed name resolve to the own machine", async () => {
  expect(await ask([{ address: "127.0.0.1", family: 4 }], { isAllowListed: true })).toMatchObject({ error: null, address: "127.0.0.1" });
});

it("fails when a name has no address", async () => {
  expect(await ask([])).toMatchObject({ error: { code: "ENOTFOUND" } });
});

import { gzipSync } from "node:zlib";
import type { Page } from "playwright/test";
import { expect, test } from "../fixtures/test.ts";

/** JavaScript that a page fetches before anybody touches it, gzipped, in KiB. */
async function scriptsOf(page: Page, address: string): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(address, { waitUntil: "networkidle" });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1024;
}

test("the sign-in page brings little more than the framework, of which 132 KiB are", async ({ page, place }) => {
  expect(await scriptsOf(page, `${place.url}/login`)).toBeLessThan(138);
});

for (const [path, most] of [
  ["", 183],
  ["/alerts", 189],
  ["/claims", 198],
  ["/deliveries", 184],
] as const)
  test(`a page stays below ${most} KiB of JavaScript: ${path === "" ? "the overview" : path}`, async ({
    page,
    context,
    place,
    customer,
    signIn,
  }) => {
    await signIn(page, customer);
    await page.close();
    expect(await scriptsOf(await context.newPage(), `${place.url}/${customer.slug}${path}`)).toBeLessThan(most);
  });

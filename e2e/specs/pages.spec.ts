import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { denialSpike } from "../../prisma/seed/scenarios/denial-spike.ts";
import { until } from "../fixtures/api.ts";
import type { OwnCustomer } from "../fixtures/customers.ts";
import { expect, test } from "../fixtures/test.ts";

const looks = [
  { name: "light and wide", colorScheme: "light" as const, width: 1440 },
  { name: "dark and wide", colorScheme: "dark" as const, width: 1280 },
  { name: "dark and narrow", colorScheme: "dark" as const, width: 390 },
];

async function withClaims({ api }: OwnCustomer): Promise<{ alertId: string; uploadId: string; eventId: string }> {
  const [file] = denialSpike(Math.floor(Date.now() / 86_400_000)).files;
  const { id: uploadId } = await api.upload<{ id: string }>(file!.name, file!.csv);
  const alerts = await until(
    () => api.get<{ items: { id: string }[] }>("/alerts"),
    ({ items }) => items.length > 0,
    120,
  );
  const events = await api.get<{ items: { id: string }[] }>("/drift/events");
  return { uploadId, alertId: alerts.items[0]!.id, eventId: events.items[0]!.id };
}

function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  return faults;
}

test("every page opens without a fault, a policy report or a serious barrier, in both themes and narrow", async ({
  page,
  place,
  customer,
  signIn,
}) => {
  const { alertId, uploadId, eventId } = await withClaims(customer);
  await signIn(page, customer);
  const faults = watch(page);
  const paths = [
    "",
    "/alerts",
    `/alerts/${alertId}`,
    "/drift",
    `/drift/${eventId}`,
    "/claims",
    "/uploads",
    `/uploads/${uploadId}`,
    "/deliveries",
    "/audit",
    "/settings",
    "/settings/members",
    "/settings/webhooks",
  ];
  for (const look of looks) {
    await page.emulateMedia({ colorScheme: look.colorScheme });
    await page.setViewportSize({ width: look.width, height: 900 });
    for (const path of paths) {
      await page.goto(`${place.url}/${customer.slug}${path}`);
      await expect(page.getByRole("main")).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter((violation) => violation.impact === "serious" || violation.impact === "critical");
      expect(
        serious.map(
          (violation) => `${look.name} ${path}: ${violation.id} ${violation.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`,
        ),
      ).toEqual([]);
      expect(faults.map((fault) => `${look.name} ${path}: ${fault}`)).toEqual([]);
    }
  }
});

test("a customer without claims is told what to do first", async ({ page, place, customer, signIn }) => {
  await signIn(page, customer);
  await page.goto(`${place.url}/${customer.slug}`);
  await expect(page.getByText("Upload a claim file to begin.").first()).toBeVisible();
});

test("somebody of another customer sees a page that is not there", async ({ page, place, customer, signIn }) => {
  const lakeside = place.accounts.find((account) => account.customer === "Lakeside Therapy")!;
  await signIn(page, lakeside);
  const response = await page.goto(`${place.url}/${customer.slug}/alerts`);
  expect(response?.status()).toBe(404);
});

test("a wrong password gets the same answer as an unknown address", async ({ page, place, customer }) => {
  for (const email of [customer.email, "nobody@test.example"]) {
    await page.goto(`${place.url}/login`);
    await page.getByRole("textbox", { name: /e-?mail/i }).fill(email);
    await page.getByRole("textbox", { name: /password/i }).fill("certainly not this one");
    await page.getByRole("button", { name: /sign in/i }).click();
    await expect(page.getByRole("alert").or(page.locator(".note")).first()).toBeVisible();
    expect(new URL(page.url()).pathname).toBe("/login");
  }
});

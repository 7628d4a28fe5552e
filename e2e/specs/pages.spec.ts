import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { denialSpike } from "../../prisma/seed/scenarios/denial-spike.ts";
import { until } from "../fixtures/api.ts";
import type { OwnCustomer } from "../fixtures/customers.ts";
import { expect, test } from "../fixtures/test.ts";

const looks = [
  { name: "light and wide", colorScheme: "light" as const, width: 1440 },
  { name: "dark and narrow", colorScheme: "dark" as const, width: 390 },
];

type Found = { alertId: string; uploadId: string; eventId: string };

function pathsOf({ alertId, uploadId, eventId }: Found): string[] {
  const work = ["", "/alerts", `/alerts/${alertId}`, "/drift", `/drift/${eventId}`, "/claims", "/uploads", `/uploads/${uploadId}`];
  const settings = ["general", "members", "webhooks", "channels", "alert-rules", "mappings", "api-keys"];
  return [...work, "/deliveries", "/audit", ...settings.map((name) => `/settings/${name}`)];
}

async function withClaims({ api }: OwnCustomer): Promise<Found> {
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

for (const look of looks) {
  test(`every page opens without a fault, a policy report or a serious barrier, ${look.name}`, async ({
    page,
    place,
    customer,
    signIn,
  }) => {
    const { alertId, uploadId, eventId } = await withClaims(customer);
    await page.emulateMedia({ colorScheme: look.colorScheme });
    await page.setViewportSize({ width: look.width, height: 900 });
    await signIn(page, customer);
    const faults = watch(page);
    for (const path of pathsOf({ alertId, uploadId, eventId })) {
      await page.goto(`${place.url}/${customer.slug}${path}`);
      await expect(page.getByRole("main")).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter((violation) => violation.impact === "serious" || violation.impact === "critical");
      expect(
        serious.map((violation) => `${path}: ${violation.id} ${violation.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`),
      ).toEqual([]);
      expect(faults.map((fault) => `${path}: ${fault}`)).toEqual([]);
    }
  });
}

test("an inbox is worked by keyboard: taken, given back, found in the palette; Enter on a link stays the link's", async ({
  page,
  place,
  customer,
  signIn,
}) => {
  const { alertId } = await withClaims(customer);
  await signIn(page, customer);
  await page.goto(`${place.url}/${customer.slug}/alerts`);
  const taken = page.getByRole("region", { name: /^Somebody is on it/ });
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(page.locator("[data-row]:focus")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press("x");
  await expect(page.getByRole("toolbar", { name: "Actions on 1 selected alerts" })).toBeVisible();
  await page.keyboard.press("a");
  await expect(page.getByText("1 acknowledged")).toBeVisible();
  await expect(taken).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByText("Undone.")).toBeVisible();
  await expect(taken).toHaveCount(0);
  await page.getByRole("navigation", { name: "Main", exact: true }).getByRole("link", { name: "Drift" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/${customer.slug}/drift$`));
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();

  await page.keyboard.press("Control+k");
  const payer = (await customer.api.get<{ payer: string }>(`/alerts/${alertId}`)).payer;
  await page.getByRole("combobox", { name: "Search or jump to" }).fill(payer);
  await expect(page.getByRole("option").first()).toContainText(payer);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/alerts\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { name: "Could it be something else?" })).toBeVisible();
});

test("the drift explorer fills as many pairs as its sentence counts", async ({ page, place, customer, signIn }) => {
  await withClaims(customer);
  await signIn(page, customer);
  await page.goto(`${place.url}/${customer.slug}/drift`);
  const filled = page.locator("table.heat").locator(".h2, .h3, .h4").and(page.locator(":not(.unsure)"));
  await expect(filled).toHaveCount(1);
  await expect(page.locator("p.sentence")).toContainText(/ one (payer )?denies more than before/);
});

test("a page left alone counts its last minute down, then leads back from the sign-in page", async ({ page, place, customer, signIn }) => {
  await page.clock.install();
  await signIn(page, customer);
  await page.goto(`${place.url}/${customer.slug}/claims?outcome=denied`);
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox", { name: "Search or jump to" })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.clock.fastForward("14:01");
  await expect(page.getByRole("dialog", { name: /You will be signed out in \d+ seconds/ })).toBeVisible();
  await page.getByRole("button", { name: "Stay signed in" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.clock.fastForward("14:01");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.clock.fastForward("01:01");
  await expect(page).toHaveURL(`${place.url}/login?callbackUrl=${encodeURIComponent(`/${customer.slug}/claims?outcome=denied`)}`);
});

test("settings open on their first page at once, without a second load", async ({ page, place, customer, signIn }) => {
  await signIn(page, customer);
  const response = await page.request.get(`${place.url}/${customer.slug}/settings`, { maxRedirects: 0 });
  expect([response.status(), response.headers()["location"]]).toEqual([307, `/${customer.slug}/settings/general`]);
});

test("what cannot be undone asks before it is done, and names its subject", async ({ page, place, customer, signIn }) => {
  await customer.api.post("/api-keys", { name: "Nightly export" });
  await signIn(page, customer);
  await page.goto(`${place.url}/${customer.slug}/settings/api-keys`);
  const revoke = page.getByRole("button", { name: "Revoke Nightly export" });
  const dialog = page.getByRole("dialog", { name: "Revoke Nightly export?" });
  await expect(async () => {
    await revoke.press("Enter");
    await expect(dialog).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await dialog.getByRole("button", { name: "Keep" }).click();
  await expect(dialog).toBeHidden();
  await revoke.click();
  await dialog.getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText("Nightly export was revoked.")).toBeVisible();
});

test("a page says when the browser is offline, and stops saying so", async ({ page, context, place, customer, signIn }) => {
  await signIn(page, customer);
  await page.goto(`${place.url}/${customer.slug}/settings/members`);
  const line = page.getByRole("status").filter({ hasText: "You are offline." });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(line).toHaveCount(0);
  await context.setOffline(true);
  await expect(line).toBeVisible();
  await context.setOffline(false);
  await expect(line).toHaveCount(0);
});

test("a refused form keeps what was typed; an accepted one is empty and shows its secret", async ({
  page,
  place,
  customer,
  receiver,
  signIn,
}) => {
  await signIn(page, customer);
  await page.goto(`${place.url}/${customer.slug}/settings/webhooks`);
  const address = page.getByRole("textbox", { name: "Address" });
  await expect(address).toHaveAccessibleDescription("Only https addresses on the public internet.");
  const add = page.getByRole("button", { name: "Add webhook" });
  await expect(async () => {
    await address.fill("http://192.168.0.1/hooks");
    await add.click();
    await expect(page.getByRole("main").getByRole("alert")).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await expect(address).toHaveValue("http://192.168.0.1/hooks");
  await address.fill(receiver.url);
  await add.click();
  await expect(page.getByRole("textbox", { name: "Signing secret, shown only now" })).toHaveValue(/^whsec_/);
  await expect(address).toHaveValue("");
  await expect(page.getByRole("heading", { name: receiver.url })).toBeVisible();
});

test("on a phone a message says to whom it went and when", async ({ page, place, customer, receiver, signIn }) => {
  const endpoint = await customer.api.post<{ id: string }>("/webhooks/endpoints", { url: receiver.url, events: ["alert.raised"] });
  await customer.api.post(`/webhooks/endpoints/${endpoint.id}/test`, {});
  await page.setViewportSize({ width: 390, height: 900 });
  await signIn(page, customer);
  await page.goto(`${place.url}/${customer.slug}/deliveries`);
  await expect(page.getByText(`to ${receiver.url}, today, `)).toBeVisible();
});

test("a file is voided on a phone once its name was typed", async ({ page, place, customer, signIn }) => {
  const { uploadId } = await withClaims(customer);
  await page.setViewportSize({ width: 390, height: 900 });
  await signIn(page, customer);
  await page.goto(`${place.url}/${customer.slug}/uploads/${uploadId}`);
  const dialog = page.getByRole("dialog", { name: "Void this file" });
  await expect(async () => {
    await page.getByRole("button", { name: "Void file" }).click();
    await expect(dialog).toBeVisible({ timeout: 5_000 });
  }).toPass();
  const name = await page.getByRole("heading", { level: 1, includeHidden: true }).textContent();
  await dialog.getByRole("textbox").fill(name ?? "");
  await dialog.getByRole("button", { name: "Void file" }).click();
  await expect(page.getByText("This file was voided.")).toBeVisible();
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

import { Webhook } from "standardwebhooks";
import { dirtyUpload } from "../../prisma/seed/scenarios/dirty-upload.ts";
import { denialSpike } from "../../prisma/seed/scenarios/denial-spike.ts";
import { until } from "../fixtures/api.ts";
import { caughtMail } from "../fixtures/caught-mail.ts";
import { expect, test } from "../fixtures/test.ts";

const today = Math.floor(Date.now() / 86_400_000);
const scenario = denialSpike(today);
const [truth] = scenario.truths;

/** The planted file with a few rows that cannot be read. */
function fileWithBadRows(): { csv: string; rejected: number } {
  const [header, ...rows] = scenario.files[0]!.csv.trimEnd().split("\r\n");
  const cells = (row: string) => row.split(",");
  const spoiled = rows.map((row, index) => {
    if (index % 5_000 !== 100) return row;
    const found = cells(row);
    found[4] = "31/31/2026";
    return found.join(",");
  });
  return { csv: `${[header, ...spoiled].join("\r\n")}\r\n`, rejected: spoiled.filter((row) => row.includes("31/31/2026")).length };
}

test("from a dropped file to a judged alert, heard by webhook and mail, and nothing twice", async ({
  page,
  place,
  customer,
  receiver,
  signIn,
}) => {
  await customer.api.must("PATCH", "/settings", { alertEmail: customer.email });
  const endpoint = await customer.api.post<{ secret: string }>("/webhooks/endpoints", {
    url: receiver.url,
    events: ["alert.raised"],
    description: "Billing system",
  });
  const { csv, rejected } = fileWithBadRows();

  await signIn(page, customer);
  await page.goto(`${place.url}/${customer.slug}/uploads`);
  await page.locator('input[type="file"]').setInputFiles({ name: "claims.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await expect(page.getByRole("progressbar").first()).toBeVisible();
  await expect(page.getByText(`${rejected} rejected`)).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText("FMT_DATE")).toBeVisible();

  const alerts = await until(
    () => customer.api.get<{ items: { id: string; payer: string; sentence: string }[] }>("/alerts"),
    ({ items }) => items.length > 0,
    60,
  );
  const alert = alerts.items.find((item) => item.payer === truth!.payer)!;

  await page.goto(`${place.url}/${customer.slug}/drift`);
  await expect(page.getByRole("row", { name: new RegExp(truth!.payer) }).first()).toBeVisible();
  await page
    .getByRole("link", { name: new RegExp(truth!.payer) })
    .first()
    .click();
  await expect(page.locator("svg.chart").first()).toBeVisible();

  const [message] = await until(
    async () => receiver.received,
    (received) => received.length > 0,
    60,
  );
  const body = new Webhook(endpoint.secret).verify(message!.body, message!.headers) as { type: string; data: { id: string } };
  expect(body.type).toBe("alert.raised");
  expect(message!.body).not.toMatch(/Example|Specimen|Placeholder|P0\d{4}/);

  const [mail] = await until(
    () => caughtMail(place.stateDir, customer.email),
    (mails) => mails.length > 0,
    60,
  );
  expect(mail!.text).toContain(truth!.payer);
  expect(mail!.text).toContain(`${place.url}/${customer.slug}`);

  await page.goto(`${place.url}/${customer.slug}/alerts`);
  await page
    .getByRole("link", { name: new RegExp(truth!.payer) })
    .first()
    .click();
  await expect(page.getByText(alert.sentence.slice(0, 40)).first()).toBeVisible();
  await page.getByRole("radio", { name: /^real/i }).check();
  await page
    .getByLabel(/recovered/i)
    .first()
    .fill("1250.00");
  await page.getByRole("button", { name: /save/i }).first().click();
  const judged = await until(
    () => customer.api.get<{ items: { verdict: string; recoveredCents: number | null }[] }>(`/alerts/${alert.id}/feedback`),
    ({ items }) => items.length > 0,
    30,
  );
  expect(judged.items[0]).toMatchObject({ verdict: "real", recoveredCents: 125_000 });

  const before = await customer.api.get<unknown>("/claims/payer-summary");
  const again = await customer.api.upload<{ id: string; isDuplicate: boolean }>("claims.csv", csv);
  expect(again.isDuplicate).toBe(true);
  expect(await customer.api.get<unknown>("/claims/payer-summary")).toEqual(before);
  expect((await customer.api.get<{ items: unknown[] }>("/alerts?limit=200")).items).toHaveLength(alerts.items.length);
  expect(receiver.received.filter((received) => received.headers["webhook-id"] !== message!.headers["webhook-id"])).toHaveLength(
    alerts.items.length - 1,
  );
});

test("a file that needs care loads its good rows and gives the bad ones back to be corrected", async ({ customer }) => {
  const [file] = dirtyUpload(today).files;
  const { id } = await customer.api.upload<{ id: string }>(file!.name, file!.csv);
  type Upload = {
    status: string;
    rowCount: number;
    acceptedCount: number;
    rejectedCount: number;
    newCount: number;
    updatedCount: number;
    unchangedCount: number;
    ignoredColumns: string[];
  };
  const upload = await until(
    () => customer.api.get<Upload>(`/uploads/${id}`),
    (seen) => ["completed", "partial", "failed"].includes(seen.status),
    60,
  );
  expect(upload.status).toBe("partial");
  expect(upload.ignoredColumns).toEqual(["Internal note"]);
  expect(upload.rowCount).toBe(upload.acceptedCount + upload.rejectedCount);
  const response = await fetch(`${customer.api.base}/uploads/${id}/rejected.csv`, {
    headers: { authorization: `Bearer ${customer.api.token}` },
  });
  const rejected = (await response.text()).trimEnd().split("\r\n");
  expect(rejected[0]).toContain("upstream_error");
  expect(rejected).toHaveLength(upload.rejectedCount + 1);
});

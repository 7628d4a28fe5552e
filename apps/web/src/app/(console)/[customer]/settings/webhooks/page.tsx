import type { Metadata } from "next";
import { SettingsFrame } from "../../../../../features/settings/settings-frame.tsx";
import { endpointsSentence } from "../../../../../features/webhooks/endpoint-words.ts";
import { WebhooksPanel } from "../../../../../features/webhooks/webhooks-panel.tsx";
import { openPage } from "../../open-page.ts";

export const metadata: Metadata = { title: "Webhooks" };

/** Receivers of signed messages. */
export default async function Page({ params }: { params: Promise<{ customer: string }> }) {
  const page = await openPage((await params).customer);
  const { items } = await page.api.webhooks.list({ limit: 200 });
  return (
    <SettingsFrame {...page} topic="webhooks" sentence={endpointsSentence(items)}>
      <WebhooksPanel endpoints={items} zone={page.zone} now={page.now} />
    </SettingsFrame>
  );
}

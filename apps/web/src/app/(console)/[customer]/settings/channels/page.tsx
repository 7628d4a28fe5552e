import type { Metadata } from "next";
import { ChannelsPanel } from "../../../../../features/channels/channels-panel.tsx";
import { channelsSentence } from "../../../../../features/channels/channel-words.ts";
import { SettingsFrame } from "../../../../../features/settings/settings-frame.tsx";
import { openPage } from "../../open-page.ts";

export const metadata: Metadata = { title: "Channels" };

/** Ways to reach people. */
export default async function Page({ params }: { params: Promise<{ customer: string }> }) {
  const page = await openPage((await params).customer);
  const { items } = await page.api.channels.list({ limit: 200 });
  return (
    <SettingsFrame {...page} topic="channels" sentence={channelsSentence(items)}>
      <ChannelsPanel channels={items} />
    </SettingsFrame>
  );
}

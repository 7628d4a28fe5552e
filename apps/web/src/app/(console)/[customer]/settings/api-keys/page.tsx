import type { Metadata } from "next";
import { ApiKeysPanel } from "../../../../../features/settings/api-keys-panel.tsx";
import { SettingsFrame } from "../../../../../features/settings/settings-frame.tsx";
import { countWordFirst, plural } from "../../../../../ui/format/format-number.ts";
import { openPage } from "../../open-page.ts";

export const metadata: Metadata = { title: "API keys" };

/** Keys for programs. */
export default async function Page({ params }: { params: Promise<{ customer: string }> }) {
  const page = await openPage((await params).customer);
  const keys = page.may("api-keys:admin") ? (await page.api.apiKeys.list({ limit: 200 })).items : [];
  return (
    <SettingsFrame
      {...page}
      topic="api-keys"
      sentence={[
        { b: `${countWordFirst(keys.length)} ${plural(keys.length, "key", "keys")}` },
        ` ${plural(keys.length, "opens", "open")} the REST API.`,
      ]}
    >
      <ApiKeysPanel keys={keys} zone={page.zone} now={page.now} />
    </SettingsFrame>
  );
}

import type { Metadata } from "next";
import { RulesPanel } from "../../../../../features/rules/rules-panel.tsx";
import { rulesSentence } from "../../../../../features/rules/rule-sentence.ts";
import { SettingsFrame } from "../../../../../features/settings/settings-frame.tsx";
import { openPage } from "../../open-page.ts";

export const metadata: Metadata = { title: "Alert rules" };

/** When an alert is raised, and whom it tells. */
export default async function Page({ params }: { params: Promise<{ customer: string }> }) {
  const page = await openPage((await params).customer);
  const { items } = await page.api.alertRules.list({ limit: 200 });
  return (
    <SettingsFrame {...page} topic="alert-rules" sentence={rulesSentence(items)}>
      <RulesPanel rules={items} />
    </SettingsFrame>
  );
}

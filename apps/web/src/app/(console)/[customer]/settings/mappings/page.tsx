import type { Metadata } from "next";
import { MappingsPanel } from "../../../../../features/settings/mappings-panel.tsx";
import { SettingsFrame } from "../../../../../features/settings/settings-frame.tsx";
import { countWordFirst, plural } from "../../../../../ui/format/format-number.ts";
import { openPage } from "../../open-page.ts";

export const metadata: Metadata = { title: "Mappings" };

/** What names and codes in files mean. */
export default async function Page({ params }: { params: Promise<{ customer: string }> }) {
  const page = await openPage((await params).customer);
  const [payers, groups] = await Promise.all([page.api.mappings.payers.list({ limit: 200 }), page.api.mappings.cpt.list({ limit: 200 })]);
  const count = payers.items.length;
  return (
    <SettingsFrame
      {...page}
      topic="mappings"
      sentence={[
        { b: `${countWordFirst(count)} payer ${plural(count, "name", "names")}` },
        ` in files ${plural(count, "is", "are")} mapped.`,
      ]}
    >
      <MappingsPanel payers={payers.items} groups={groups.items} editable={page.may("mappings:write")} />
    </SettingsFrame>
  );
}

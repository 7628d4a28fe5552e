import type { Metadata } from "next";
import { GeneralSettings } from "../../../../../features/settings/general-settings.tsx";
import { PreferencesForm } from "../../../../../features/settings/preferences-form.tsx";
import { SettingsFrame } from "../../../../../features/settings/settings-frame.tsx";
import { formatMoment } from "../../../../../ui/format/format-date.ts";
import { openPage } from "../../open-page.ts";

export const metadata: Metadata = { title: "General settings" };

/** Name, zone and alert address, and what only this person sees. */
export default async function Page({ params }: { params: Promise<{ customer: string }> }) {
  const page = await openPage((await params).customer);
  const [settings, preferences] = await Promise.all([
    page.api.settings.get(),
    page.principal.kind === "user" ? page.api.preferences.get() : null,
  ]);
  return (
    <SettingsFrame
      {...page}
      topic="general"
      sentence={[
        "Times are in ",
        { b: settings.timeZone },
        ". The last change was ",
        { b: formatMoment(settings.updatedAt, page.zone, page.now) },
        ".",
      ]}
    >
      <GeneralSettings settings={settings} editable={page.may("settings:admin")} />
      {preferences === null ? null : <PreferencesForm preferences={preferences} />}
    </SettingsFrame>
  );
}

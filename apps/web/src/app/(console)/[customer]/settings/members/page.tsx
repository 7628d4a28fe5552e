import type { Metadata } from "next";
import { MembersPanel } from "../../../../../features/settings/members-panel.tsx";
import { SettingsFrame } from "../../../../../features/settings/settings-frame.tsx";
import { countWordFirst, plural } from "../../../../../ui/format/format-number.ts";
import { openPage } from "../../open-page.ts";

export const metadata: Metadata = { title: "Members" };

/** Who may do what. */
export default async function Page({ params }: { params: Promise<{ customer: string }> }) {
  const page = await openPage((await params).customer);
  const members = page.may("members:admin") ? (await page.api.members.list({ limit: 200 })).items : [];
  const assignable = page.may("owners:admin") ? (["owner", "admin", "analyst", "viewer"] as const) : (["analyst", "viewer"] as const);
  return (
    <SettingsFrame
      {...page}
      topic="members"
      sentence={[
        { b: `${countWordFirst(members.length)} ${plural(members.length, "person works", "people work")}` },
        ` for ${page.customerName}.`,
      ]}
    >
      <MembersPanel members={members} userId={page.userId} assignable={assignable} />
    </SettingsFrame>
  );
}

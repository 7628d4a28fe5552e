import type { Metadata } from "next";
import { LiveUpload } from "../../../../features/uploads/live-upload.tsx";
import { shownUploads, toUploadsView } from "../../../../features/uploads/to-uploads-view.ts";
import { rejectedAddress } from "../../../../features/uploads/upload-address.ts";
import { UploadDesk } from "../../../../features/uploads/upload-desk.tsx";
import { UploadsPage } from "../../../../features/uploads/uploads-page.tsx";
import { openPage } from "../open-page.ts";

type Props = { params: Promise<{ customer: string }> };

export const metadata: Metadata = { title: "Uploads" };

/** Did my file arrive whole? */
export default async function Page({ params }: Props) {
  const page = await openPage((await params).customer);
  const scene = { base: page.base, zone: page.zone, now: page.now };
  const [{ items }, { watermark }] = await Promise.all([page.api.uploads.list({ limit: 30 }), page.api.dashboard.get({ days: 7 })]);
  const shown = shownUploads(items);
  const [latest, refused] = await Promise.all(
    [shown.latest, shown.refused].map((item) => (item === undefined ? null : page.api.uploads.get({ uploadId: item.id }))),
  );
  const view = toUploadsView({ items, latest: latest ?? null, refused: refused ?? null, watermark }, scene);
  const mayUpload = page.may("uploads:write");
  return (
    <UploadsPage
      view={view}
      desk={mayUpload ? <UploadDesk slug={page.slug} customer={page.customerName} zone={page.zone} /> : null}
      running={view.running.map((file) => (
        <LiveUpload key={file.id} uploadId={file.id} scene={scene} mayCancel={mayUpload} />
      ))}
      rejectedHref={(uploadId) => rejectedAddress(page.slug, uploadId)}
      more={null}
    />
  );
}

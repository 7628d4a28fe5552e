import type { Metadata } from "next";
import { LiveUpload, LiveVoid } from "../../../../../features/uploads/live-upload.tsx";
import { toIssueViews, toUploadView } from "../../../../../features/uploads/to-upload-view.ts";
import { uploadFacts } from "../../../../../features/uploads/upload-facts.ts";
import { rejectedAddress } from "../../../../../features/uploads/upload-address.ts";
import { UploadDesk } from "../../../../../features/uploads/upload-desk.tsx";
import { UploadPage } from "../../../../../features/uploads/upload-page.tsx";
import { openPage, orNotFound } from "../../open-page.ts";

type Props = { params: Promise<{ customer: string; uploadId: string }> };

export const metadata: Metadata = { title: "Upload" };

/** How did this file go? */
export default async function Page({ params }: Props) {
  const { customer, uploadId } = await params;
  const page = await openPage(customer);
  const scene = { base: page.base, zone: page.zone, now: page.now };
  const upload = await orNotFound(page.api.uploads.get({ uploadId: uploadId as never }));
  const file = toUploadView(upload, scene);
  const mayUpload = page.may("uploads:write");
  const mayVoid = mayUpload && (file.state === "loaded" || file.state === "partial");
  return (
    <UploadPage
      base={page.base}
      file={file}
      issues={toIssueViews(upload.rules)}
      facts={uploadFacts(upload, scene)}
      rejectedHref={rejectedAddress(page.slug, upload.id)}
      running={file.state === "running" ? <LiveUpload uploadId={upload.id} scene={scene} mayCancel={mayUpload} /> : null}
      desk={mayUpload ? <UploadDesk slug={page.slug} customer={page.customerName} zone={page.zone} /> : null}
      danger={mayVoid ? <LiveVoid uploadId={upload.id} name={upload.filename} /> : null}
    />
  );
}

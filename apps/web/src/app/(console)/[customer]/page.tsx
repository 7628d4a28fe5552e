import { LookMark } from "../../../features/overview/look-mark.tsx";
import { OverviewPage, OverviewStart } from "../../../features/overview/overview-page.tsx";
import { toOverviewView } from "../../../features/overview/to-overview-view.ts";
import { UploadDesk } from "../../../features/uploads/upload-desk.tsx";
import { loadOverview } from "./load-overview.ts";
import { openPage } from "./open-page.ts";

type Props = { params: Promise<{ customer: string }> };

/** What changed since you last looked, and what is it worth? */
export default async function Page({ params }: Props) {
  const page = await openPage((await params).customer);
  const source = await loadOverview(page);
  const mayUpload = page.may("uploads:write");
  if (source === null) {
    const desk = mayUpload ? (
      <UploadDesk slug={page.slug} customer={page.customerName} zone={page.zone} then={`${page.base}/uploads`} />
    ) : null;
    return <OverviewStart desk={desk} />;
  }
  return (
    <>
      <OverviewPage view={toOverviewView(source, page)} base={page.base} mayUpload={mayUpload} mayLook={page.may("drift:write")} />
      <LookMark />
    </>
  );
}

import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Frame } from "../../../features/navigation/frame.tsx";
import { loadFrame } from "../../../features/navigation/load-frame.ts";
import { PageServices } from "../../page-services.tsx";
import { openPage } from "./open-page.ts";

type LayoutProps = { children: ReactNode; params: Promise<{ customer: string }> };

/** The customer's name in the title of every page. */
export async function generateMetadata({ params }: LayoutProps): Promise<Metadata> {
  const page = await openPage((await params).customer);
  return { title: { default: `Overview · ${page.customerName}`, template: `%s · ${page.customerName} · Upstream` } };
}

/** Navigation and the way to the API around every page of a customer. */
export default async function CustomerLayout({ children, params }: LayoutProps) {
  const page = await openPage((await params).customer);
  return (
    <PageServices customer={page.slug}>
      <Frame frame={await loadFrame(page)}>{children}</Frame>
    </PageServices>
  );
}

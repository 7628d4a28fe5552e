import { redirect } from "next/navigation";

/** Settings open on the first topic. */
export default async function Page({ params }: { params: Promise<{ customer: string }> }) {
  redirect(`/${(await params).customer}/settings/general`);
}

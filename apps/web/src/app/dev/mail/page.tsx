import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MailPage } from "../../../features/mail/mail-page.tsx";
import { readMail } from "../../../features/mail/read-mail.ts";
import { container } from "../../../server/container";

export const metadata: Metadata = { title: "Mail catcher" };
export const dynamic = "force-dynamic";

/** Mail that this installation caught instead of sending; exists only where a catcher is configured. */
export default async function Page({ searchParams }: { searchParams: Promise<{ id?: string }> }) {
  const folder = container().mailCatcherDir;
  if (folder === null) notFound();
  const mail = await readMail(folder);
  const { id } = await searchParams;
  return <MailPage mail={mail} open={mail.find((message) => message.id === id) ?? mail[0] ?? null} />;
}

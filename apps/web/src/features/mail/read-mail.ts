import "server-only";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { simpleParser } from "mailparser";

export type CaughtMail = { id: string; from: string; to: string; subject: string; date: string | null; text: string };

const newest = 100;

/** The newest messages of the catcher's folder, as text. */
export async function readMail(folder: string): Promise<CaughtMail[]> {
  const names = (await readdir(folder).catch(() => []))
    .filter((name) => name.endsWith(".eml"))
    .sort()
    .reverse()
    .slice(0, newest);
  const mail = await Promise.all(names.map(async (name) => toCaught(name, await simpleParser(await readFile(join(folder, name))))));
  return mail.sort((first, second) => (second.date ?? "").localeCompare(first.date ?? ""));
}

function toCaught(name: string, parsed: Awaited<ReturnType<typeof simpleParser>>): CaughtMail {
  const to = Array.isArray(parsed.to) ? parsed.to.map((address) => address.text).join(", ") : (parsed.to?.text ?? "");
  return {
    id: name.replace(/\.eml$/, ""),
    from: parsed.from?.text ?? "",
    to,
    subject: parsed.subject ?? "(no subject)",
    date: parsed.date?.toISOString() ?? null,
    text: parsed.text ?? "",
  };
}

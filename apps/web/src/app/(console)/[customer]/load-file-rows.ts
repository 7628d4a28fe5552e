import "server-only";
import type { FileRows } from "../../../ui/evidence/other-causes.ts";
import type { OpenPage } from "./open-page.ts";

/** Rows of the files behind a change, of the newest 200 files; null when none of them is known. */
export async function loadFileRows({ api, may }: OpenPage, uploadIds: readonly string[]): Promise<FileRows | null> {
  if (!may("uploads:read") || uploadIds.length === 0) return null;
  const { items } = await api.uploads.list({ limit: 200 });
  const files = items.filter((upload) => uploadIds.includes(upload.id));
  if (files.length === 0) return null;
  const sum = (count: (file: (typeof files)[number]) => number) => files.reduce((total, file) => total + count(file), 0);
  return { rows: sum((file) => file.rowCount), rejected: sum((file) => file.rejectedCount) };
}

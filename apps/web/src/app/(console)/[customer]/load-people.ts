import "server-only";
import type { OpenPage } from "./open-page.ts";

/** People alerts can be given to: all members for those who may see them, else only oneself. */
export async function loadPeople(page: OpenPage): Promise<{ id: string; name: string; you: boolean }[]> {
  const self = { id: page.userId, name: page.me.name, you: true };
  if (!page.may("members:admin")) return [self];
  const { items } = await page.api.members.list({ limit: 200 });
  return [
    self,
    ...items
      .filter((member) => member.userId !== page.userId)
      .map((member) => ({ id: member.userId as string, name: member.name, you: false })),
  ];
}

import { DomainError, invalidField } from "@upstream/core";
import { readAsSystem } from "@upstream/db";
import type { Db } from "@upstream/db";
import { reservedSlugs } from "./reserved-slugs.ts";

const slugOf = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-|-$/g, "");

/** Where a customer is named, its id serves as well as its address. */
const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Address of a new customer's pages, made from its name; CONFLICT when another customer has it. */
export async function freeSlug(db: Db, name: string): Promise<string> {
  const slug = slugOf(name);
  if (slug === "")
    throw invalidField("/name", "no-letters", "A name needs Latin letters or digits: the address of its pages is made of them");
  if (reservedSlugs.has(slug) || idForm.test(slug))
    throw invalidField("/name", "reserved", "The product's own pages have the address that comes of this name");
  const [taken] = await readAsSystem("platform-list", db, {
    name: "slug-taken",
    text: "SELECT 1 FROM customers WHERE slug = $1",
    params: [slug],
  });
  if (taken !== undefined) {
    const detail = "Another customer's pages have the address that comes of this name";
    throw new DomainError("CONFLICT", { reason: "name-taken", errors: [{ pointer: "/name", code: "taken", detail }] });
  }
  return slug;
}

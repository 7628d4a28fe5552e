import { systemClock } from "@upstream/core";
import type { Role } from "@upstream/core";
import { createCustomer, ensureUser, inviteMember, listCustomers, updateSettings } from "@upstream/tenancy";
import type { Container } from "../src/server/container.ts";
import { demoPassword } from "./secrets.ts";
import type { LocalSecrets } from "./secrets.ts";

export type Account = { email: string; password: string; customer: string | null; role: Role | "superuser" };

type Person = { email: string; name: string; role: Role };
type DemoCustomer = { name: string; people: readonly [Person, ...Person[]] };

const person = (role: Role, place: string, name: string): Person => ({ email: `${role}@${place}.example`, name, role });

/** The demo's practices; the first person of each owns it. */
export const demoCustomers: readonly DemoCustomer[] = [
  {
    name: "Cedar Family Practice",
    people: [
      person("owner", "cedar", "Olivia Park"),
      person("admin", "cedar", "Adam Reyes"),
      person("analyst", "cedar", "Anika Rao"),
      person("viewer", "cedar", "Victor Lind"),
    ],
  },
  { name: "Lakeside Therapy", people: [person("owner", "lakeside", "Lena Marsh")] },
  { name: "Quiet Practice", people: [person("owner", "quiet", "Quentin Moss")] },
  { name: "New Practice", people: [person("owner", "new", "Nora Field")] },
];

const superuser = { email: "superuser@upstream.example", name: "Sam Platform" };

async function makeCustomer(container: Container, secrets: LocalSecrets, customer: DemoCustomer): Promise<void> {
  const { deps } = container;
  const [owner, ...others] = customer.people;
  const by = {
    actor: { kind: "system" as const, reason: "set-up" },
    requestId: "set-up",
    ownerPassword: demoPassword(secrets, owner.email),
  };
  const { ctx } = await createCustomer(
    deps,
    { name: customer.name, timeZone: "America/New_York", owner: { email: owner.email, name: owner.name } },
    by,
  );
  await updateSettings(ctx, { alertEmail: owner.email });
  for (const other of others) {
    await ensureUser(deps, { ...other, password: demoPassword(secrets, other.email) });
    await inviteMember(ctx, deps, other);
  }
}

async function customerNames({ deps }: Container): Promise<Set<string>> {
  const names = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await listCustomers(deps, { kind: "member", isSuperuser: true } as never, { limit: 200, cursor });
    for (const { name } of page.items) names.add(name);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return names;
}

/** Makes the demo's customers and people where they are missing; answers every sign-in. */
export async function ensureDemoAccounts(container: Container, secrets: LocalSecrets): Promise<Account[]> {
  const { deps } = container;
  await ensureUser(deps, { ...superuser, password: demoPassword(secrets, superuser.email), isSuperuser: true });
  const names = await customerNames(container);
  for (const customer of demoCustomers) {
    if (!names.has(customer.name)) await makeCustomer(container, secrets, customer);
  }
  const accounts = demoCustomers.flatMap((customer) =>
    customer.people.map(({ email, role }): Account => ({ email, password: demoPassword(secrets, email), customer: customer.name, role })),
  );
  return [...accounts, { email: superuser.email, password: demoPassword(secrets, superuser.email), customer: null, role: "superuser" }];
}

/** Today as a day number; the demo's files end the day before. */
export function today(): number {
  return Math.floor(systemClock.now().getTime() / 86_400_000);
}

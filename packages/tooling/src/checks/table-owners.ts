import { type Check, type Tree, matching } from "./tree.ts";

/** Which package writes the tables of a schema file or of a migration. */
const ownerOf: Record<string, string | undefined> = {
  auth: "tenancy",
  tenancy: "tenancy",
  claims: "claims",
  drift: "drift",
  alerts: "alerts",
  webhooks: "alerts",
  reports: "reports",
  audit: "db",
  outbox: "db",
  jobs: "workflows",
};

/** Models that stand in another area's schema file. */
const ownerOfModel: Record<string, string | undefined> = { RateLimitBucket: "db" };

const exempt = /\.test\.ts$|^packages\/(tooling|bench)\/|^packages\/db\/src\/migrate\/|\/src\/testing\//;
const writes = "create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany";

type Owners = { models: Map<string, string>; tables: Map<string, string> };

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function addModels(tree: Tree, file: string, owners: Owners): void {
  const blocks = [...tree.read(file).matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)];
  if (blocks.length === 0) return;
  const areaOwner = ownerOf[file.replace(/^.*\/|\.prisma$/g, "")];
  if (areaOwner === undefined) throw new Error(`${file}: say in table-owners.ts which package owns its tables`);
  for (const [, model = "", body = ""] of blocks) {
    const owner = ownerOfModel[model] ?? areaOwner;
    owners.models.set(lowerFirst(model), owner);
    owners.tables.set(/@@map\("(\w+)"\)/.exec(body)?.[1] ?? model, owner);
  }
}

/** Tables that Prisma does not know belong to the package their migration is named after. */
function addPlainTables(tree: Tree, file: string, owners: Owners): void {
  const owner = ownerOf[file.replace(/^.*\/\d+_|\/migration\.sql$/g, "")];
  if (owner === undefined) return;
  for (const [, table = ""] of tree.read(file).matchAll(/CREATE TABLE (?:IF NOT EXISTS )?"?(?:\w+\.)?(\w+)/gi)) {
    if (!owners.tables.has(table)) owners.tables.set(table, owner);
  }
}

function readOwners(tree: Tree): Owners {
  const owners: Owners = { models: new Map(), tables: new Map() };
  for (const file of matching(tree, /^prisma\/schema\/[\w-]+\.prisma$/)) addModels(tree, file, owners);
  for (const file of tree.files) if (/^prisma\/migrations\/\d+_\w+\/migration\.sql$/.test(file)) addPlainTables(tree, file, owners);
  return owners;
}

function foreignWrites(source: string, owner: string, owners: Owners): string[] {
  const byModel = [...source.matchAll(new RegExp(`\\b(?:tx|db|client|prisma)\\.(\\w+)\\.(?:${writes})\\(`, "g"))].map(([, model = ""]) => ({
    name: model,
    owner: owners.models.get(model),
  }));
  const bySql = [
    ...source.matchAll(/\b(?:INSERT INTO|UPDATE|DELETE FROM|MERGE INTO|COPY|TRUNCATE)\s+(?:ONLY\s+)?"?(?:public\.)?(\w+)/g),
  ].map(([, table = ""]) => ({ name: table, owner: owners.tables.get(table) }));
  const foreign = [...byModel, ...bySql].filter((write) => write.owner !== undefined && write.owner !== owner);
  return [...new Set(foreign.map((write) => `${write.name}, which belongs to ${write.owner}`))];
}

/** A package writes only its own tables; the others' are changed through their verbs. */
export const checkTableOwners: Check = (tree) => {
  const owners = readOwners(tree);
  return matching(tree, /^(packages\/[^/]+\/src|apps\/web)\/.*\.ts$/)
    .filter((file) => !exempt.test(file))
    .flatMap((file) => {
      const owner = /^packages\/([^/]+)\//.exec(file)?.[1] ?? "the app";
      return foreignWrites(tree.read(file), owner, owners).map((what) => `${file} writes ${what}`);
    });
};

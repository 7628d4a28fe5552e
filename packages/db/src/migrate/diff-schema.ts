import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { SchemaEngine } from "@prisma/schema-engine-wasm";

type SchemaFile = { path: string; content: string };

const schemaFolder = fileURLToPath(new URL("../../../../prisma/schema", import.meta.url));
/** Columns of PostgreSQL's type "char": the adapter cannot read it, the engine insists on it. */
const CHAR_COLUMNS = /\bconstr\.contype AS constraint_type\b|\b(con1?)\.(confdeltype|confupdtype),/g;
const CHAR_NAMES = new Set(["constraint_type", "confdeltype", "confupdtype"]);

async function readSchema(): Promise<SchemaFile[]> {
  const names = (await readdir(schemaFolder)).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (name) => ({ path: join(schemaFolder, name), content: await readFile(join(schemaFolder, name), "utf8") })),
  );
}

function castCharacters(sql: string): string {
  return sql.replace(CHAR_COLUMNS, (_found, table?: string, column?: string) =>
    table === undefined ? "constr.contype::text AS constraint_type" : `${table}.${column}::text AS ${column},`,
  );
}

function adapterFor(url: string): PrismaPg {
  const factory = new PrismaPg(url);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw({ ...query, sql: castCharacters(query.sql) });
      const columnTypes = result.columnTypes.map((type, index) =>
        CHAR_NAMES.has(result.columnNames[index] ?? "") ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    };
    return adapter;
  };
  return factory;
}

/** The SQL that Prisma's engine would run to turn the database into `prisma/schema`; CHECKs, policies, triggers and partial indexes it cannot see. */
export async function diffSchema(url: string): Promise<string> {
  const files = await readSchema();
  const datamodels = files.map((file): [string, string] => [file.path, file.content]);
  const engine = await SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(adapterFor(url)));
  try {
    const { stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: schemaFolder },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: { externalTables: ["public._prisma_migrations"], externalEnums: [] },
    });
    return stdout ?? "";
  } finally {
    engine.free();
  }
}

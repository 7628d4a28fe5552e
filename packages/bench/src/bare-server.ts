import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";

export type BareTask = { adminUrl: string; text: string; values: unknown[]; limit: number };
export type BareTold = { port: number };

const { builtins } = pg.types;
pg.types.setTypeParser(builtins.INT8, Number);
pg.types.setTypeParser(builtins.DATE, (text) => text);

const [task] = (await once(process, "message")) as [BareTask];
const pool = new pg.Pool({ connectionString: task.adminUrl, max: 10, options: "-c random_page_cost=1.1" });

type Row = Record<string, unknown> & { cursorId?: string; cursorSort?: string };

async function answer(): Promise<string> {
  const { rows } = await pool.query<Row>({ name: "claims", text: task.text, values: task.values });
  const items = rows.slice(0, task.limit);
  const nextCursor = items.at(-1)?.cursorId ?? null;
  for (const row of items) {
    delete row.cursorId;
    delete row.cursorSort;
  }
  return JSON.stringify({ items, nextCursor });
}

const server = createServer((_, response) => {
  answer().then(
    (body) => response.writeHead(200, { "content-type": "application/json" }).end(body),
    () => response.writeHead(500).end(),
  );
});
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port } satisfies BareTold));

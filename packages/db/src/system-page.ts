import type { CursorScope } from "./cursor.ts";
import type { Db } from "./handles.ts";
import { takePage } from "./page-query.ts";
import type { PageRequest, PageRows, PageSpec } from "./page-query.ts";
import { readAsSystem } from "./system-read.ts";
import type { SystemReason } from "./system-tx.ts";

/** One page of a list over all customers, as `app_system`; its cursors belong to the scope. */
export async function readSystemPage<Row extends object, S extends string>(
  { reason, db, scope }: { reason: SystemReason; db: Db; scope: CursorScope },
  spec: PageSpec<S>,
  request: PageRequest<S>,
): Promise<PageRows<Row>> {
  return takePage({ scope, read: (statement) => readAsSystem(reason, db, statement) }, spec, request);
}

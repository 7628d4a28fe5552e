import { dayOf, todayIn } from "@upstream/core";
import type { PayerId, UploadId } from "@upstream/core";
import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { loadMappings, loadSettings, loadSourceColumns } from "@upstream/tenancy";
import type { SavedMapping } from "../csv/detect-columns.ts";
import { cptGrouper } from "../payers/cpt-group.ts";
import { payerDirectory } from "../payers/payer-directory.ts";
import type { PayerDirectory } from "../payers/payer-directory.ts";
import { payerKey } from "../rules/payer-key.ts";
import type { RuleEnv } from "../rules/rule.ts";
import { activeRules } from "../rules/active-rules.ts";
import type { ActiveRule } from "../rules/active-rules.ts";
import { loadRuleSettings } from "../quality/load-rule-settings.ts";

/** Everything of the customer that decides how a file is read. */
export type Source = {
  today: number;
  rules: ActiveRule[];
  env: RuleEnv;
  mapping: SavedMapping;
  dayFirst: boolean;
  payers: PayerDirectory;
  groupOf: (cpt: string) => string;
};

/** Loads it once per piece of work on an upload. */
export async function loadSource(ctx: CustomerCtx, upload: { id: UploadId; mappingId: string | null }): Promise<Source> {
  const settings = await loadSettings(ctx);
  const mappings = await loadMappings(ctx);
  const columns = upload.mappingId === null ? undefined : await loadSourceColumns(ctx, upload.mappingId);
  const rules = await loadRuleSettings(ctx);
  const known = await readInCustomer(ctx, (query) =>
    query.rows<{ id: PayerId; key: string }>("load-payers", 'SELECT id::text AS id, name_key AS "key" FROM payers WHERE customer_id = $1', [
      ctx.customerId,
    ]),
  );
  const allowed = [...rules.flatMap((rule) => rule.allowedNames), ...mappings.payerNames.keys(), ...mappings.payerNames.values()];
  const today = dayOf(todayIn(settings.timeZone, ctx.clock.now()));
  return {
    today,
    rules: activeRules(rules),
    env: { today, allowedPayers: new Set(allowed.map(payerKey)) },
    mapping: columns?.columns ?? {},
    dayFirst: columns?.dayFirst ?? false,
    payers: payerDirectory(ctx.customerId, known, mappings.payerNames),
    groupOf: cptGrouper(mappings.cptRanges),
  };
}

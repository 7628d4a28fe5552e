import { requirePermission } from "@upstream/core";
import { readInCustomer } from "@upstream/db";
import type { CustomerCtx, ReadQuery } from "@upstream/db";
import type { AuditVerificationDto } from "../schemas.ts";
import { chainDigest } from "./chain-digest.ts";
import type { ChainEntry } from "./chain-digest.ts";

const batch = 5_000;
const text = `
  SELECT c.seq, e.id AS "eventId", e.customer_id AS "customerId", (extract(epoch FROM e.at) * 1000000)::bigint::text AS "atMicroseconds",
    e.actor, e.action, e.entity, e.entity_id AS "entityId", e.request_id AS "requestId", e.payload, c.prev, c.hash
  FROM audit.chain c JOIN audit.event e ON e.id = c.event_id WHERE c.customer_id = $1 AND c.seq > $2 ORDER BY c.seq LIMIT $3`;

type Link = ChainEntry & { prev: Buffer; hash: Buffer };
type Walk = { seq: number; hash: Buffer; brokenAt: number | null };

function walk(links: Link[], from: Walk): Walk {
  let { seq, hash } = from;
  for (const link of links) {
    const fits = link.seq === seq + 1 && hash.equals(link.prev) && chainDigest(hash, link).equals(link.hash);
    if (!fits) return { seq, hash, brokenAt: seq + 1 };
    seq = link.seq;
    hash = link.hash;
  }
  return { seq, hash, brokenAt: null };
}

async function walkAll(query: ReadQuery, customerId: string): Promise<Walk> {
  let at: Walk = { seq: 0, hash: Buffer.alloc(32), brokenAt: null };
  for (;;) {
    const links = await query.rows<Link>("audit-chain", text, [customerId, at.seq, batch]);
    at = walk(links, at);
    if (at.brokenAt !== null || links.length < batch) return at;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

/** Recomputes every link of the customer's chain outside the database and compares the end with its head. */
export async function verifyAuditChain(ctx: CustomerCtx): Promise<AuditVerificationDto> {
  requirePermission(ctx.actor, "audit:read");
  return readInCustomer(ctx, async (query) => {
    const head = await query.row<{ seq: number; hash: Buffer }>("audit-head", "SELECT seq, hash FROM audit.head WHERE customer_id = $1", [
      ctx.customerId,
    ]);
    const end = await walkAll(query, ctx.customerId);
    const isCut = end.brokenAt === null && end.seq < (head?.seq ?? 0);
    const brokenAtSeq = isCut ? end.seq + 1 : end.brokenAt;
    return {
      isWhole: brokenAtSeq === null,
      entryCount: end.seq,
      headHash: head ? head.hash.toString("hex") : null,
      brokenAtSeq,
      verifiedAt: ctx.clock.now().toISOString(),
    };
  });
}

import { createHash } from "node:crypto";
import { Fault } from "../fault.ts";

const tagList = /^(?:\*|(?:W\/)?"[\x21\x23-\x7e]*"(?:\s*,\s*(?:W\/)?"[\x21\x23-\x7e]*")*)$/;

type Versioned = { id: string; updatedAt: string };

function isVersioned(data: unknown): data is Versioned {
  return typeof data === "object" && data !== null && "id" in data && "updatedAt" in data;
}

/** ETag of something that can be edited: names the version of what a person sets, whatever else about it moves; undefined where there is none. */
export function etagOf(data: unknown): string | undefined {
  if (!isVersioned(data)) return undefined;
  const digest = createHash("sha256").update(`${data.id}\n${data.updatedAt}`).digest("base64url");
  return `"${digest.slice(0, 22)}"`;
}

/** The request's If-Match, or undefined where it has none. */
export function ifMatchOf(request: Request): string | undefined {
  const header = request.headers.get("if-match");
  if (header === null) return undefined;
  const text = header.trim();
  if (text.length > 1_024 || !tagList.test(text)) throw new Fault("malformed", { reason: "if-match-form" });
  return text;
}

/** Refuses an edit of another version than the one named (RFC 9110, 13.1.1); a weak tag names none, and what has no ETag matches none. */
export function requireMatch(ifMatch: string, current: unknown): void {
  const etag = etagOf(current);
  const isSame = etag !== undefined && (ifMatch === "*" || ifMatch.split(/\s*,\s*/).includes(etag));
  if (!isSame) throw new Fault("precondition-failed", { reason: "if-match" });
}

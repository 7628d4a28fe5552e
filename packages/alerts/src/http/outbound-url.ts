import { isAddressLiteral, isPublicAddress } from "./special-addresses.ts";

/** One entry of the setting OUTBOUND_ALLOW: a host, on one port or on any. */
export type AllowEntry = { host: string; port: string | null };

export type OutboundPolicy = {
  /** Hosts that pass unchecked, also over plain http; empty in production. */
  allow: readonly AllowEntry[];
  /** Our own host names, which nobody may make us call. */
  ownHosts: readonly string[];
};

export type OutboundRefusal = "form" | "scheme" | "credentials" | "port" | "address" | "name";
export type UrlVerdict = { ok: true; url: URL; isAllowListed: boolean } | { ok: false; reason: OutboundRefusal };

const specialSuffixes = [
  "localhost",
  "local",
  "localdomain",
  "internal",
  "intranet",
  "private",
  "lan",
  "home",
  "corp",
  "home.arpa",
  "arpa",
  "test",
  "invalid",
  "example",
  "onion",
  "alt",
];
const unsafeCharacters = /[\u0000-\u0020\u007F-\u00A0\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\\#]/;
const nameLabel = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Reads OUTBOUND_ALLOW: `host` or `host:port`, separated by commas; IPv6 in brackets. */
export function parseOutboundAllow(text: string): AllowEntry[] {
  return text
    .split(",")
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== "")
    .map((entry) => {
      const match = /^(\[[0-9a-f:.]+\]|[^:[\]]+)(?::(\d{1,5}))?$/.exec(entry);
      if (!match?.[1]) throw new Error("OUTBOUND_ALLOW holds an entry that is neither host nor host:port");
      return { host: bare(match[1]), port: match[2] ?? null };
    });
}

/** Decides whether a customer's address may be called at all; names are looked at again when they are resolved. */
export function checkOutboundUrl(raw: string, policy: OutboundPolicy): UrlVerdict {
  const formRefusal = refusalOfForm(raw);
  if (formRefusal !== null) return { ok: false, reason: formRefusal };
  const url = new URL(raw);
  const place = { host: bare(url.hostname), port: portOf(url) };
  if (policy.allow.some((entry) => entry.host === place.host && (entry.port === null || entry.port === place.port))) {
    return { ok: true, url, isAllowListed: true };
  }
  const reason = refusalOfPlace(url, place, policy);
  return reason === null ? { ok: true, url, isAllowListed: false } : { ok: false, reason };
}

function refusalOfForm(raw: string): OutboundRefusal | null {
  if (raw.length > 2048 || unsafeCharacters.test(raw) || !raw.isWellFormed()) return "form";
  const authority = /^https?:\/\/([^/?]+)/i.exec(raw)?.[1];
  if (authority === undefined) return /^[a-z][a-z0-9+.-]*:/i.test(raw) ? "scheme" : "form";
  if (authority.includes("@")) return "credentials";
  return URL.canParse(raw) ? null : "form";
}

function refusalOfPlace(url: URL, place: { host: string; port: string }, policy: OutboundPolicy): OutboundRefusal | null {
  if (url.protocol !== "https:") return "scheme";
  if (place.port !== "443" && place.port !== "8443") return "port";
  if (isAddressLiteral(place.host)) return isPublicAddress(place.host) ? null : "address";
  return isPublicName(place.host, policy) ? null : "name";
}

function portOf(url: URL): string {
  if (url.port !== "") return url.port;
  return url.protocol === "https:" ? "443" : "80";
}

function isPublicName(host: string, policy: OutboundPolicy): boolean {
  const labels = host.split(".");
  if (labels.length < 2 || host.length > 253 || !labels.every((label) => nameLabel.test(label))) return false;
  const isUnder = (suffix: string) => host === suffix || host.endsWith(`.${suffix}`);
  return !specialSuffixes.some(isUnder) && !policy.ownHosts.some((own) => isUnder(own.toLowerCase()));
}

function bare(host: string): string {
  return host.startsWith("[") ? host.slice(1, -1) : host.replace(/\.$/, "");
}

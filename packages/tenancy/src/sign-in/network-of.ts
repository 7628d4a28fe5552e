import ipaddr from "ipaddr.js";

/** The network an address belongs to: /24 of IPv4 (also written as IPv6), /48 of IPv6; what is no address is its own. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  const kind = parsed.kind() === "ipv4" ? { of: ipaddr.IPv4, bits: 24 } : { of: ipaddr.IPv6, bits: 48 };
  return `${kind.of.networkAddressFromCIDR(`${parsed.toString()}/${kind.bits}`).toString()}/${kind.bits}`;
}

/** The network an address belongs to: /24 of IPv4, /48 of IPv6; anything else is its own. */
export function networkOf(address: string): string {
  const four = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(address)?.[1];
  if (four !== undefined) return `${four}.0/24`;
  return address.includes(":") ? `${address.split(":").slice(0, 3).join(":")}::/48` : address;
}

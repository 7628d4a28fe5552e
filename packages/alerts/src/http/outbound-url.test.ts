import { expect, it } from "vitest";
import { checkOutboundUrl, parseOutboundAllow } from "./outbound-url.ts";
import type { OutboundPolicy } from "./outbound-url.ts";

const strict: OutboundPolicy = { allow: [], ownHosts: ["console.upstream.health"] };

const refusedSpellings: [string, string][] = [
  // loopback
  ["https://127.0.0.1/", "address"],
  ["https://127.1/", "address"],
  ["https://127.0.1/", "address"],
  ["https://2130706433/", "address"],
  ["https://0x7f000001/", "address"],
  ["https://0x7f.0.0.1/", "address"],
  ["https://0x7F.0x0.0x0.0x1/", "address"],
  ["https://017700000001/", "address"],
  ["https://0177.0.0.1/", "address"],
  ["https://0177.0.0.01/", "address"],
  ["https://127.0.0.1./", "address"],
  ["https://127.255.255.254/", "address"],
  ["https://１２７.0.0.1/", "address"],
  ["https://①②⑦.0.0.1/", "address"],
  ["https://127。0。0。1/", "address"],
  ["https://127．0．0．1/", "address"],
  ["https://%31%32%37.0.0.1/", "address"],
  ["https://127.0.0.1:443/", "address"],
  ["https://127.0.0.1:8443/hook", "address"],
  ["https://[::1]/", "address"],
  ["https://[0:0:0:0:0:0:0:1]/", "address"],
  ["https://[0000:0000:0000:0000:0000:0000:0000:0001]/", "address"],
  ["https://[::ffff:127.0.0.1]/", "address"],
  ["https://[::ffff:7f00:1]/", "address"],
  ["https://[0:0:0:0:0:ffff:7f00:0001]/", "address"],
  ["https://[::127.0.0.1]/", "address"],
  ["https://localhost/", "name"],
  ["https://LOCALHOST/", "name"],
  ["https://localhost./", "name"],
  ["https://ｌｏｃａｌｈｏｓｔ/", "name"],
  ["https://app.localhost/", "name"],
  ["https://localhost.localdomain/", "name"],
  // this network and unspecified
  ["https://0.0.0.0/", "address"],
  ["https://0/", "address"],
  ["https://0.1.2.3/", "address"],
  ["https://[::]/", "address"],
  // private
  ["https://10.0.0.1/", "address"],
  ["https://10.255.255.255/", "address"],
  ["https://167772161/", "address"],
  ["https://012.0.0.1/", "address"],
  ["https://172.16.0.1/", "address"],
  ["https://172.31.255.255/", "address"],
  ["https://192.168.0.1/", "address"],
  ["https://192.168.1/", "address"],
  ["https://0xC0A80001/", "address"],
  ["https://[::ffff:10.0.0.1]/", "address"],
  ["https://[::ffff:c0a8:1]/", "address"],
  ["https://[fc00::1]/", "address"],
  ["https://[fd12:3456:789a::1]/", "address"],
  ["https://[fec0::1]/", "address"],
  // link-local and metadata
  ["https://169.254.169.254/latest/meta-data/", "address"],
  ["https://0xA9FEA9FE/", "address"],
  ["https://2852039166/", "address"],
  ["https://0251.0376.0251.0376/", "address"],
  ["https://[fe80::1]/", "address"],
  ["https://[::ffff:169.254.169.254]/", "address"],
  ["https://[fd00:ec2::254]/", "address"],
  ["https://metadata.google.internal/", "name"],
  ["https://metadata/", "name"],
  // shared, benchmark, documentation, reserved
  ["https://100.64.0.1/", "address"],
  ["https://100.127.255.255/", "address"],
  ["https://192.0.0.1/", "address"],
  ["https://192.0.2.1/", "address"],
  ["https://192.31.196.1/", "address"],
  ["https://192.52.193.1/", "address"],
  ["https://192.88.99.1/", "address"],
  ["https://192.175.48.1/", "address"],
  ["https://198.18.0.1/", "address"],
  ["https://198.19.255.255/", "address"],
  ["https://198.51.100.7/", "address"],
  ["https://203.0.113.9/", "address"],
  ["https://224.0.0.1/", "address"],
  ["https://239.255.255.255/", "address"],
  ["https://240.0.0.1/", "address"],
  ["https://255.255.255.255/", "address"],
  // IPv6 that is not global, or only looks so
  ["https://[2001::1]/", "address"],
  ["https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/", "address"],
  ["https://[2001:10::1]/", "address"],
  ["https://[2001:20::1]/", "address"],
  ["https://[2001:db8::1]/", "address"],
  ["https://[2002:7f00:1::]/", "address"],
  ["https://[2002:c0a8:1::1]/", "address"],
  ["https://[2620:4f:8000::1]/", "address"],
  ["https://[3fff::1]/", "address"],
  ["https://[3fff:fff::1]/", "address"],
  ["https://[64:ff9b::7f00:1]/", "address"],
  ["https://[64:ff9b::10.0.0.1]/", "address"],
  ["https://[64:ff9b:1::1]/", "address"],
  ["https://[100::1]/", "address"],
  ["https://[5f00::1]/", "address"],
  ["https://[4000::1]/", "address"],
  ["https://[ff02::1]/", "address"],
  ["https://[::ffff:0:127.0.0.1]/", "address"],
  // names that lead inwards
  ["https://printer/", "name"],
  ["https://printer.local/", "name"],
  ["https://db.internal/", "name"],
  ["https://router.lan/", "name"],
  ["https://nas.home.arpa/", "name"],
  ["https://1.0.0.127.in-addr.arpa/", "name"],
  ["https://a.test/", "name"],
  ["https://a.invalid/", "name"],
  ["https://a.example/", "name"],
  ["https://hidden.onion/", "name"],
  ["https://share.corp/", "name"],
  ["https://x.home/", "name"],
  ["https://wiki.intranet/", "name"],
  ["https://com/", "name"],
  ["https://hooks_1.example.com/", "name"],
  ["https://-bad.example.com/", "name"],
  ["https://console.upstream.health/api", "name"],
  ["https://CONSOLE.upstream.health/api", "name"],
  ["https://deep.console.upstream.health/", "name"],
  ["https://a..example.com/", "name"],
  // schemes and ports
  ["http://hooks.example.com/", "scheme"],
  ["ftp://hooks.example.com/", "scheme"],
  ["file:///etc/passwd", "scheme"],
  ["gopher://hooks.example.com/", "scheme"],
  ["data:text/plain,hi", "scheme"],
  ["javascript:alert(1)", "scheme"],
  ["https://hooks.example.com:22/", "port"],
  ["https://hooks.example.com:80/", "port"],
  ["https://hooks.example.com:6379/", "port"],
  ["https://hooks.example.com:5432/", "port"],
  // credentials and odd forms
  ["https://user@hooks.example.com/", "credentials"],
  ["https://user:secret@hooks.example.com/", "credentials"],
  ["https://@hooks.example.com/", "credentials"],
  ["https://hooks.example.com@127.0.0.1/", "credentials"],
  ["https://hooks.example.com/#fragment", "form"],
  ["https:\\\\hooks.example.com/", "form"],
  ["https://hooks.example.com\\@127.0.0.1/", "form"],
  ["https://hooks.example.com/\r\nx-injected: 1", "form"],
  ["https://hooks.example.com/\u0000", "form"],
  [" https://hooks.example.com/", "form"],
  ["https://hooks.exa\u202Emple.com/", "form"],
  ["https://hooks.exa\u200Bmple.com/", "form"],
  ["https://hooks.example.com/\uD800", "form"],
  ["https:/hooks.example.com/", "scheme"],
  ["https:hooks.example.com", "scheme"],
  ["//hooks.example.com/", "form"],
  ["hooks.example.com", "form"],
  ["", "form"],
  ["https://", "scheme"],
  ["https://[::1/", "form"],
  ["https://[fe80::1%25eth0]/", "form"],
  ["https://256.256.256.256/", "form"],
  ["https://1.2.3.4.5/", "form"],
  [`https://hooks.example.com/${"a".repeat(2048)}`, "form"],
];

it("knows more than a hundred spellings of addresses that must not be called", () => {
  expect(refusedSpellings.length).toBeGreaterThan(100);
});

it.each(refusedSpellings)("refuses %s", (raw, reason) => {
  expect(checkOutboundUrl(raw, strict)).toEqual({ ok: false, reason });
});

it.each([
  "https://hooks.example.com/",
  "https://hooks.example.com:8443/a?b=c",
  "https://hooks.example.com./a",
  "https://8.8.8.8/",
  "https://[2606:4700:4700::1111]/",
  "https://bücher.example.com/",
  "https://100.63.255.255/",
  "https://172.32.0.1/",
  "https://notlocalhost.com/",
  "https://mylocal.net/",
])("lets %s pass", (raw) => {
  expect(checkOutboundUrl(raw, strict)).toMatchObject({ ok: true, isAllowListed: false });
});

it("lets exactly the allowed hosts and ports pass, also over plain http", () => {
  const policy: OutboundPolicy = { allow: parseOutboundAllow("127.0.0.1:9000, localhost,[::1]:9001"), ownHosts: [] };
  const isAllowed = (raw: string) => checkOutboundUrl(raw, policy).ok;
  expect(
    ["http://127.0.0.1:9000/", "https://127.0.0.1:9000/", "http://localhost/", "http://localhost:4000/x", "http://[::1]:9001/"].map(
      isAllowed,
    ),
  ).toEqual(Array(5).fill(true));
  expect(
    ["http://127.0.0.1/", "http://127.0.0.1:9001/", "http://127.0.0.2:9000/", "http://[::1]:9000/", "http://sub.localhost/"].map(isAllowed),
  ).toEqual(Array(5).fill(false));
});

it("refuses an entry of the allow list that it cannot read", () => {
  expect(() => parseOutboundAllow("http://127.0.0.1")).toThrow();
  expect(parseOutboundAllow(" , ")).toEqual([]);
});

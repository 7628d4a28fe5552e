import { createServer } from "node:net";
import type { AddressInfo } from "node:net";

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(undefined));
    probe.listen(port, "127.0.0.1", () => {
      const found = (probe.address() as AddressInfo).port;
      probe.close(() => resolve(found));
    });
  });
}

/** The wanted port, or one of the next nine, or any that is free. */
export async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 10; port++) {
    const found = await tryPort(port);
    if (found !== undefined) return found;
  }
  const any = await tryPort(0);
  if (any === undefined) throw new Error("No port is free");
  return any;
}

import { lookup } from "node:dns/promises";
import type { LookupAddress, LookupOptions } from "node:dns";
import type { LookupFunction } from "node:net";
import { isPublicAddress } from "./special-addresses.ts";

/** Resolves a name to every address it has. */
export type Resolve = (host: string) => Promise<LookupAddress[]>;

/** Thrown into the socket when a name resolves to an address that must not be called. */
export class RefusedAddress extends Error {
  readonly code = "ADDRESS_REFUSED";
}

export const resolveByDns: Resolve = (host) => lookup(host, { all: true });

/**
 * A `lookup` for node:http(s) that resolves once, refuses the name when any answer is not public, and hands back exactly the
 * checked answers, so that a second answer of the name server is never asked for.
 */
export function guardedLookup(resolve: Resolve, isAllowListed: boolean): LookupFunction {
  return (
    host: string,
    options: LookupOptions,
    done: (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void,
  ) => {
    resolve(host).then(
      (found) => {
        const [first] = found;
        if (first === undefined) return done(Object.assign(new Error("No address"), { code: "ENOTFOUND" }), "");
        if (!isAllowListed && !found.every((answer) => isPublicAddress(answer.address)))
          return done(new RefusedAddress("Address refused"), "");
        if (options.all === true) return done(null, found);
        return done(null, first.address, first.family);
      },
      (error: unknown) => done(error instanceof Error ? error : new Error("Look-up failed"), ""),
    );
  };
}

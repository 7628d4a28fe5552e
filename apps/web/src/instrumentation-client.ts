type Policies = {
  defaultPolicy: unknown;
  createPolicy: (name: string, rules: { createScriptURL: (address: string) => string }) => unknown;
};

/** The browser asks this policy before a script address is used: this server's own chunks pass and nothing else. */
function allowOwnChunks(policies: Policies | undefined): void {
  if (policies === undefined || policies.defaultPolicy !== null) return;
  policies.createPolicy("default", {
    createScriptURL: (address) => {
      const url = new URL(address, location.origin);
      if (url.origin === location.origin && url.pathname.startsWith("/_next/static/")) return address;
      throw new TypeError("This script address is not allowed");
    },
  });
}

allowOwnChunks((globalThis as { trustedTypes?: Policies }).trustedTypes);

// The page's own loader sets script addresses; the browser then asks this policy, which lets this server's own chunks pass and nothing else.
window.trustedTypes?.createPolicy("default", {
  createScriptURL: (address) => {
    const url = new URL(address, location.origin);
    if (url.origin === location.origin && url.pathname.startsWith("/_next/static/")) return address;
    throw new TypeError("This script address is not allowed");
  },
});

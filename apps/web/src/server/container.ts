import type { Container } from "./create-container.ts";

export type { Container } from "./create-container.ts";

const place = Symbol.for("upstream.container");
type Holder = { [place]?: Container };

/** Keeps the composition root for Next's own bundles, which live beside `server.ts` in the same process. */
export function holdContainer(made: Container): void {
  (globalThis as Holder)[place] = made;
}

/** The composition root that `server.ts` made. */
export function container(): Container {
  const held = (globalThis as Holder)[place];
  if (!held) throw new Error("The container is not there: start the console through apps/web/server.ts");
  return held;
}

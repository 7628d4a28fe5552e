import { v7 } from "uuid";
import type { Id } from "./ids.ts";

/** A new version 7 UUID: time-ordered, so that indexes grow at their end. */
export function newId<T extends Id<string>>(): T {
  return v7() as T;
}

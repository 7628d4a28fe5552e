import { boundedCache } from "../csv/clean-text.ts";

/** A test whether every code of a `;` list fits the pattern; equal lists are tested once. */
export function everyCode(pattern: RegExp, atMost: number): (list: string) => boolean {
  return boundedCache(8192, (list) => {
    const codes = list.split(";");
    return codes.length <= atMost && codes.every((code) => pattern.test(code));
  });
}

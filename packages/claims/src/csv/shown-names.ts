import { isPersonName } from "../rules/person-name.ts";
import { phiSpans } from "../rules/phi-patterns.ts";

const looksLikeData = /\d{2}|@/;

/**
 * The names of a refused file's first record that may be shown: a file without a header has a claim there, so names that read like a person's
 * data are left out always, and whatever holds numbers where the record is no header (`isHeader`).
 */
export function shownNames(names: readonly string[], isHeader: boolean): string[] {
  return names.filter((name) => {
    if (name === "" || (!isHeader && looksLikeData.test(name))) return false;
    return !isPersonName(name) && phiSpans(name).length === 0;
  });
}

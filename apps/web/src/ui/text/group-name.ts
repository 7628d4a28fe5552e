const acronym = 3;

/** "PHYSICAL_THERAPY" as "Physical therapy"; short names such as DME stay; null is all groups. */
export function groupName(group: string | null): string {
  if (group === null) return "All groups";
  if (group.length <= acronym && group !== "LAB") return group;
  const words = group.replaceAll("_", " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A finished sentence with the code of its group as a name: "of IMAGING claims" becomes "of Imaging claims". */
export function withGroupName(sentence: string, group: string | null): string {
  return group === null ? sentence : sentence.replaceAll(group, groupName(group));
}

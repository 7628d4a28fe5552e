const acronym = 3;

/** A procedure group in words: "PHYSICAL_THERAPY" is "Physical therapy"; short names such as DME stay; null is all groups. */
export function groupName(group: string | null): string {
  if (group === null) return "All groups";
  if (group.length <= acronym && group !== "LAB") return group;
  const words = group.replaceAll("_", " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The spellings of one name that files, functions and messages need. */
export type Names = { kebab: string; camel: string; pascal: string; upper: string; words: string; sentence: string };

/** Spells a kebab-case name in every form; other spellings are refused, so that file and function always agree. */
export function namesOf(kebab: string): Names {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(kebab)) throw new Error(`write the name in kebab-case: ${kebab}`);
  const camel = kebab.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const words = kebab.replaceAll("-", " ");
  return {
    kebab,
    camel,
    pascal: camel.charAt(0).toUpperCase() + camel.slice(1),
    upper: kebab.replaceAll("-", "_").toUpperCase(),
    words,
    sentence: words.charAt(0).toUpperCase() + words.slice(1),
  };
}

/** Replaces `__camel__` and its like; a blank that nothing fills is a mistake in the template. */
export function fill(template: string, blanks: Record<string, string>): string {
  return template.replace(/__(\w+?)__/g, (whole, key: string) => {
    const value = blanks[key];
    if (value === undefined) throw new Error(`no value for ${whole}`);
    return value;
  });
}

/** A path of this site, or undefined: browsers drop tabs and line ends and take a backslash for a slash, so none may be in it. */
export function localPath(wanted: unknown): string | undefined {
  return typeof wanted === "string" && /^\/(?!\/)[^\u0000-\u0020\u007F\\]*$/.test(wanted) ? wanted : undefined;
}

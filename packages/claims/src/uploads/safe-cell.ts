const dangerous = /^[\s\u200B-\u200F\u2060\uFEFF]*[=+\-@\t\r\n\u0000|%\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A cell of an export: always quoted (RFC 4180), with a leading apostrophe where a spreadsheet would take it for a formula. */
export function safeCell(text: string): string {
  const guarded = dangerous.test(text) ? `'${text}` : text;
  return `"${guarded.replaceAll('"', '""')}"`;
}

/** Each alternative swallows text in which a semicolon ends nothing: comments, strings, names, dollar quotes. */
const OPAQUE = /--[^\n]*|[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$([A-Za-z_]\w*)?\$[\s\S]*?\$\1\$/y;

function blockCommentEnd(sql: string, start: number): number {
  let depth = 0;
  for (let at = start; at < sql.length; at++) {
    const two = sql.slice(at, at + 2);
    if (two === "/*") depth++;
    if (two === "*/") depth--;
    if (two === "/*" || two === "*/") at++;
    if (depth === 0) return at + 1;
  }
  return sql.length;
}

function opaqueEnd(sql: string, at: number): number {
  if (sql.startsWith("/*", at)) return blockCommentEnd(sql, at);
  OPAQUE.lastIndex = at;
  return OPAQUE.test(sql) ? OPAQUE.lastIndex : at + 1;
}

function isEmpty(statement: string): boolean {
  return statement.replace(/--[^\n]*/g, "").trim() === "";
}

/** The statements of an SQL file, for those which PostgreSQL refuses to run together (CREATE INDEX CONCURRENTLY). */
export function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let start = 0;
  for (let at = 0; at < sql.length;) {
    if (sql[at] === ";") {
      statements.push(sql.slice(start, at).trim());
      start = at + 1;
    }
    at = opaqueEnd(sql, at);
  }
  statements.push(sql.slice(start).trim());
  return statements.filter((statement) => !isEmpty(statement));
}

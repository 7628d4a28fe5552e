/** Adds an import before the first one that sorts after it, and leaves the others alone. */
export function addImport(text: string, line: string): string {
  const lines = text.split("\n");
  const pathOf = (each: string): string => / from "([^"]+)"/.exec(each)?.[1] ?? "";
  const imports = lines.flatMap((each, at) => (/^import .* from "/.test(each) ? [{ path: pathOf(each), at }] : []));
  if (lines.includes(line)) throw new Error(`already there: ${line}`);
  const relative = imports.filter(({ path }) => path.startsWith("."));
  const next = relative.find(({ path }) => path > pathOf(line));
  const last = imports.at(-1);
  if (last === undefined) throw new Error("the registry imports nothing: this is not the file that was expected");
  lines.splice(next?.at ?? last.at + 1, 0, line);
  return lines.join("\n");
}

/** Adds an item at the end of the array that starts at `opening`, however it is wrapped. */
export function addItem(text: string, opening: RegExp, item: string): string {
  const start = opening.exec(text);
  if (!start) throw new Error(`${opening} is not in the registry: this is not the file that was expected`);
  const from = start.index + start[0].length;
  const end = closingBracket(text, from);
  const before = text.slice(from, end).trimEnd();
  const comma = before === "" || before.endsWith(",") ? "" : ",";
  return `${text.slice(0, from)}${before}${comma}\n  ${item},\n${text.slice(end)}`;
}

/** Puts a block in front of the place that `mark` finds. */
export function addBefore(text: string, mark: RegExp, block: string): string {
  const found = mark.exec(text);
  if (!found) throw new Error(`${mark} is not in the file: this is not the file that was expected`);
  return text.slice(0, found.index) + block + text.slice(found.index);
}

/** Adds a named export in the order of the others. */
export function addExport(text: string, line: string): string {
  const pathOf = (each: string): string => / from "([^"]+)"/.exec(each)?.[1] ?? "";
  const lines = text.split("\n");
  if (lines.includes(line)) throw new Error(`already there: ${line}`);
  const starts = lines.flatMap((each, at) => (each.startsWith("export ") ? [at] : []));
  const next = starts.find((at) => pathOf(statementAt(lines, at)) > pathOf(line));
  lines.splice(next ?? lines.findLastIndex((each) => each.trim() !== "") + 1, 0, line);
  return lines.join("\n");
}

function statementAt(lines: readonly string[], at: number): string {
  const end = lines.findIndex((each, index) => index >= at && each.endsWith(";"));
  return lines.slice(at, end + 1).join(" ");
}

function closingBracket(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "[") depth++;
    if (text[at] === "]" && --depth === 0) return at;
  }
  throw new Error("the registry's array does not end");
}

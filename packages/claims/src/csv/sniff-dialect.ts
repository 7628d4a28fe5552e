export const delimiters = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

/** `sepLine`: the file begins with a spreadsheet's `sep=` line, which is no header. `spareCells`: how many cells more than the header most records have. */
export type Dialect = { delimiter: Delimiter; sepLine: boolean; spareCells: number };

const linesLookedAt = 20;

function countPerLine(sample: string, delimiter: string): number[] {
  const counts: number[] = [];
  let quoted = false;
  let count = 0;
  let filled = false;
  for (const char of sample) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && char === delimiter) count += 1;
    if (!quoted && (char === "\n" || char === "\r")) {
      if (filled) counts.push(count);
      if (counts.length >= linesLookedAt) return counts;
      count = 0;
      filled = false;
    } else filled = true;
  }
  if (filled) counts.push(count);
  return counts;
}

function spareCells([header = 0, ...records]: readonly number[]): number {
  if (records.length < 2) return 0;
  const usual = records.toSorted((a, b) => a - b)[(records.length - 1) >> 1] ?? 0;
  return Math.max(0, usual - header);
}

/** Recognises comma, semicolon, tab and pipe: the one that splits the header and most of the first lines into equally many cells. */
export function sniffDialect(sample: string): Dialect {
  const text = sample.startsWith("\uFEFF") ? sample.slice(1) : sample;
  const named = /^"?sep=([,;|\t])"?(?:\r\n?|\n|$)/i.exec(text);
  if (named) {
    const delimiter = named[1] as Delimiter;
    return { delimiter, sepLine: true, spareCells: spareCells(countPerLine(text.slice(named[0].length), delimiter)) };
  }
  let best: Delimiter = ",";
  let bestScore = -1;
  let bestCounts: number[] = [];
  for (const delimiter of delimiters) {
    const counts = countPerLine(text, delimiter);
    const header = counts[0] ?? 0;
    if (header === 0) continue;
    const agreeing = counts.filter((count) => count === header).length / counts.length;
    const score = header * (0.25 + agreeing);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
      bestCounts = counts;
    }
  }
  return { delimiter: best, sepLine: false, spareCells: spareCells(bestCounts) };
}

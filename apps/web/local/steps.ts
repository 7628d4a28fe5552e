const width = 34;
const tickMs = 15_000;

/** Prints what is being done, every fifteen seconds that it still is, and how long it took. */
export async function step<T>(label: string, work: () => Promise<T>): Promise<T> {
  const from = performance.now();
  const ticker = setInterval(() => say(`${label} … ${Math.round((performance.now() - from) / 1000)} s`), tickMs);
  say(`${label} …`);
  try {
    const result = await work();
    say(`${label.padEnd(width)} ${((performance.now() - from) / 1000).toFixed(1).padStart(6)} s`);
    return result;
  } finally {
    clearInterval(ticker);
  }
}

/** One line for the person who waits. */
export function say(text: string): void {
  process.stdout.write(`  ${text}\n`);
}

const width = 34;

/** Prints what is being done and how long it took. */
export async function step<T>(label: string, work: () => Promise<T>): Promise<T> {
  const from = performance.now();
  const result = await work();
  say(`${label.padEnd(width)} ${((performance.now() - from) / 1000).toFixed(1).padStart(6)} s`);
  return result;
}

/** One line for the person who waits. */
export function say(text: string): void {
  process.stdout.write(`  ${text}\n`);
}

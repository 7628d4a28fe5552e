import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";

type Result = { script: string; ok: boolean; seconds: number; output: string };

/** Runs one npm script and keeps its output for the end, so that parallel runs stay readable. */
function runScript(script: string): Promise<Result> {
  const started = performance.now();
  return new Promise((done) => {
    const child = spawn("npm", ["run", "--silent", script], { stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (output += part.toString()));
    child.on("error", (error) => done({ script, ok: false, seconds: 0, output: error.message }));
    child.on("close", (code) => done({ script, ok: code === 0, seconds: (performance.now() - started) / 1000, output }));
  });
}

function print({ script, ok, seconds, output }: Result): void {
  console.log(`${ok ? "ok    " : "FAILED"}  ${script.padEnd(14)} ${seconds.toFixed(1).padStart(6)} s`);
  if (!ok) console.log(output.trimEnd());
}

/** `node verify.ts [first ::] script...`: scripts before `::` run one by one, the others side by side; all run even when one fails. */
async function verify(names: string[]): Promise<boolean> {
  const split = names.indexOf("::");
  const results: Result[] = [];
  for (const script of names.slice(0, Math.max(split, 0))) {
    const result = await runScript(script);
    print(result);
    results.push(result);
    if (!result.ok) return false;
  }
  const queue = names.slice(split + 1);
  if (queue.length === 0) throw new Error("no script named: nothing was checked");
  const worker = async (): Promise<void> => {
    for (let script = queue.shift(); script !== undefined; script = queue.shift()) {
      const result = await runScript(script);
      print(result);
      results.push(result);
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
  return results.every(({ ok }) => ok);
}

if (!(await verify(process.argv.slice(2)))) process.exitCode = 1;

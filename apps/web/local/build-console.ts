import { spawn } from "node:child_process";

/** Builds the console for production; an unchanged one comes from turbo's cache. */
export function buildConsole(root: string, environment: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn("turbo", ["run", "build", "--filter=@upstream/web", "--output-logs=errors-only", "--ui=stream"], {
      cwd: root,
      env: { ...environment, TURBO_TELEMETRY_DISABLED: "1", NEXT_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" },
      stdio: ["ignore", "pipe", "pipe"],
      signal,
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (output += part.toString()));
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(`The console could not be built:\n${output}`))));
  });
}

import { spawn } from "node:child_process";

const graceMs = 25_000;
const hasGroups = process.platform !== "win32";
/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

function signalGroup(child, signal) {
  try {
    if (hasGroups) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    running.delete(child);
  }
}

/**
 * Starts a command in a process group of its own, so that stopping it reaches whatever it started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 */
export function spawnGroup(command, args, options) {
  const child = spawn(command, args, { ...options, detached: hasGroups });
  running.add(child);
  child.once("close", () => running.delete(child));
  child.once("error", () => running.delete(child));
  return child;
}

/** Interrupts every group as Ctrl-C would, ends what has not stopped after 25 seconds, and calls back when all are gone. */
function stopGroups(done) {
  for (const child of running) signalGroup(child, "SIGINT");
  const deadline = Date.now() + graceMs;
  const timer = setInterval(() => {
    if (Date.now() > deadline) for (const child of running) signalGroup(child, "SIGKILL");
    if (running.size > 0) return;
    clearInterval(timer);
    done();
  }, 50);
}

/**
 * Ends this process together with its groups on Ctrl-C, on SIGTERM, and when its parent is gone:
 * a shell that npm puts between does not pass a signal on.
 * @param {number} exitCode
 */
export function stopTogether(exitCode) {
  const parent = process.ppid;
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    stopGroups(() => process.exit(exitCode));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  process.on("disconnect", stop);
  // A listener for the end of the channel would otherwise keep a process alive whose work is done.
  process.channel?.unref();
  setInterval(() => process.ppid !== parent && stop(), 300).unref();
}

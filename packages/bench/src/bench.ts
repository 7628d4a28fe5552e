import { figures } from "./figures/index.ts";
import { describeMachine, describeSource } from "./machine.ts";
import { exitCodeOf, measureFigures } from "./measure.ts";
import { readCommand } from "./options.ts";
import type { Command } from "./options.ts";
import { reportText } from "./report.ts";
import type { BenchResult } from "./result.ts";
import { acceptResult, readBaselines, readLatest, saveResult } from "./results-folder.ts";
import { openWorld } from "./world.ts";
import { writeDocs } from "./write-docs.ts";

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function measureAll(command: Command): Promise<BenchResult> {
  const { suite, quick, seed } = command;
  const startedAt = new Date().toISOString();
  const baselines = readBaselines()[quick ? "quick" : "full"];
  const world = await openWorld(command.databaseUrl);
  try {
    const machine = await describeMachine(world.admin);
    const chosen = figures.filter(({ id }) => command.ids.includes(id));
    const outcome = await measureFigures(chosen, { world, options: command, say }, baselines);
    return { schema: 1, suite, ...describeSource(), startedAt, quick, seed, machine, ...outcome };
  } finally {
    await world.close();
  }
}

async function bench(): Promise<number> {
  const command = readCommand(process.argv.slice(2));
  if (command.docs) {
    writeDocs(readLatest());
    return 0;
  }
  const result = await measureAll(command);
  say(`\n${reportText(result)}\n\nWritten to ${saveResult(result)}`);
  if (command.accept) acceptResult(result);
  return exitCodeOf(result, command.gate);
}

process.env["NODE_ENV" as string] ??= "production";
try {
  process.exitCode = await bench();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 2;
}
